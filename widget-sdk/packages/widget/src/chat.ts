import { startChatPage } from './chat/startChatPage.js';

const place = document.getElementById('chat');
if (place) startChatPage(place);
