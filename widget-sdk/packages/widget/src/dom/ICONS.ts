/** What `svg` draws. */
export const ICONS = {
  chat: 'M12 4c5 0 9 3 9 7.5s-4 7.5-9 7.5l-3-.5L5 20l.5-3.5C4 15 3 13.5 3 11.5 3 7 7 4 12 4M8 11.5h0M12 11.5h0M16 11.5h0',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  send: 'M12 19V5M6 11l6-6 6 6',
  smile: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M8 14c2 3 6 3 8 0M9 9h0M15 9h0',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15 9h0',
  person: 'M5 15v-3a7 7 0 0 1 14 0v3c0 4-3 5-6 5M5 13h2v5H5zM17 13h2v5h-2z',
  thumb: 'M8 11v9H4v-9zL11 4c2 0 3 1 2 5h6c1 4-1 8-2 11H8',
  box: 'M12 3l8 4v10l-8 4-8-4V7zM4 7l8 5 8-5M12 12v9',
  bag: 'M6 8h12l1 12H5zM9 11V7c0-4 6-4 6 0v4',
  star: 'M12 4l2.5 5 5.5 1-4 4 1 6-5-3-5 3 1-6-4-4 5.5-1z',
};
