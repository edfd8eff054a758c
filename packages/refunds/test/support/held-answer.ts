import { sandbox } from "./shop.ts";

/** A `fetch` whose requests reach the sandbox only once `release` is called. */
export function heldAnswer() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const fetch: typeof globalThis.fetch = async (...call) => {
    await released;
    return sandbox.fetch(...call);
  };
  return { fetch, release: () => release() };
}
