/** Requests of the chat client by `wx.request`, which has no streams worth having: the client looks for news instead. */
export function wxTransport(wx) {
  return {
    streams: false,

    send({ url, method, headers, body }) {
      let task;
      const bytes = method === 'GET' && /\/images\/[^/]+$/.test(url);
      const response = new Promise((resolve, reject) => {
        task = wx.request({
          url,
          method,
          header: headers,
          data: body,
          dataType: 'text',
          responseType: bytes ? 'arraybuffer' : 'text',
          success: ({ statusCode, header, data }) => resolve(answer(statusCode, header, data)),
          fail: reject,
        });
      });
      return { response, close: () => task.abort() };
    },
  };
}

function answer(status, header, data) {
  return {
    status,
    headers: {
      get(name) {
        const key = Object.keys(header).find((one) => one.toLowerCase() === name.toLowerCase());
        return key === undefined ? null : String(header[key]);
      },
    },
    text: async () => (typeof data === 'string' ? data : ''),
    arrayBuffer: async () => data,
  };
}
