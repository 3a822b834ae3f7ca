/** What the client keeps on the phone. */
export function wxBacking(wx) {
  return {
    getItem: (name) => wx.getStorageSync(name) || null,
    setItem: (name, value) => wx.setStorageSync(name, value),
  };
}
