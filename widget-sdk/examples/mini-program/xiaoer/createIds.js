const BYTES_EACH = 16;
const IDS = 64;

/** Ids that nobody guesses. Mini-programs hand random bytes over later only, so some are fetched ahead. */
export async function createIds(wx) {
  const stock = [];
  let fetching = null;

  function refill() {
    fetching ??= new Promise((resolve, reject) => {
      wx.getRandomValues({ length: IDS * BYTES_EACH, success: resolve, fail: reject });
    }).then(({ randomValues }) => {
      const bytes = Array.from(new Uint8Array(randomValues), (byte) => byte.toString(16).padStart(2, '0'));
      while (bytes.length > 0) stock.push(bytes.splice(0, BYTES_EACH).join(''));
      fetching = null;
    });
    return fetching;
  }

  await refill();
  return function newId() {
    if (stock.length < IDS / 2) refill();
    // Nobody writes more than thirty messages before the next bytes are there.
    return stock.pop();
  };
}
