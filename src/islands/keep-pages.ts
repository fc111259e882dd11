/**
 * Sets up `public/service-worker.js`, which keeps what the reader opens. That comes last, when the page is there; the first
 * page of all was fetched without it, so it is told what that page is made of.
 */
const { serviceWorker } = navigator;
if (serviceWorker && import.meta.env.PROD) {
  addEventListener('load', async () => {
    try {
      await serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`);
      const { active } = await serviceWorker.ready;
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      if (!serviceWorker.controller) active?.postMessage([location.href, ...loaded]);
    } catch {
      // not allowed here: the pages are there all the same, with a network
    }
  });
}

export {}; // a module of its own, though nothing is taken from it
