import { createShopClient } from '../../xiaoer/createShopClient.js';

const LARGEST = 5 * 1024 * 1024;

Page({
  data: { title: '在线客服', messages: [], draft: '', notice: '', last: '' },

  async onLoad({ sku }) {
    this.pictures = {};
    const { server, widgetKey, identity, shopper } = getApp().globalData.xiaoer;
    const page = sku ? { kind: 'product', sku } : { kind: 'other' };
    this.client = await createShopClient(wx, { server, widgetKey, identity, shopper, page });
    this.client.subscribe((state) => this.show(state));
    wx.onNetworkStatusChange(({ isConnected }) => this.client?.setOnline(isConnected));
    this.client.start();
    this.client.connect();
  },

  onShow() {
    this.client?.wake();
  },

  onHide() {
    this.client?.sleep();
  },

  onUnload() {
    this.client?.stop();
    this.client = null;
  },

  show(state) {
    const messages = state.messages.map(({ id, author, text, choices, links, images, delivery }) => ({
      id,
      own: author === 'shopper',
      text,
      choices,
      links,
      pictures: images.map((image) => this.pictures[image.id] ?? this.fetchPicture(image.id)),
      failed: delivery === 'failed',
    }));
    this.setData({ messages, notice: noticeOf(state), title: state.session?.theme.title || '在线客服', last: `m-${messages.length - 1}` });
    this.client.seen();
  },

  fetchPicture(id) {
    this.pictures[id] = '';
    this.client.image(id).then(({ data }) => {
      if (!data) return;
      this.pictures[id] = `data:image/png;base64,${wx.arrayBufferToBase64(data)}`;
      this.show(this.client.state);
    });
    return '';
  },

  write({ detail }) {
    this.setData({ draft: detail.value });
    this.client.typing();
  },

  send() {
    const text = this.data.draft.trim();
    if (text === '') return;
    this.setData({ draft: '' });
    this.client.say(text);
  },

  choose({ currentTarget }) {
    this.client.choose(currentTarget.dataset.choice);
  },

  copyLink({ currentTarget }) {
    wx.setClipboardData({ data: currentTarget.dataset.url });
  },

  retry() {
    this.client.retry();
  },

  askForPerson() {
    this.client.handOver();
  },

  async sendPicture() {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] });
    const [{ tempFilePath, size }] = tempFiles;
    if (size > LARGEST) {
      wx.showToast({ title: '图片不能超过 5 MB', icon: 'none' });
      return;
    }
    const type = /\.png$/i.test(tempFilePath) ? 'image/png' : 'image/jpeg';
    const { data, error } = await this.client.upload(wx.getFileSystemManager().readFileSync(tempFilePath), type);
    if (error) wx.showToast({ title: '图片没有发出去，请再试一次', icon: 'none' });
    else this.client.say('', { images: [data] });
  },
});

function noticeOf({ online, reachable, mode, place, refusal }) {
  if (refusal) return '客服暂时无法使用';
  if (!online) return '网络已断开，恢复后会自动发送';
  if (!reachable) return '连接不太顺畅，正在重试…';
  if (mode === 'waiting') return place ? `正在转人工，前面还有 ${place - 1} 位` : '正在转人工…';
  return '';
}
