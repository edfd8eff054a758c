import type { Step } from "./published/index.ts";

const live = process.stderr.isTTY;
const show = (text: string) => {
  if (live) process.stderr.write(`\r\x1b[K${text}`);
};

/** Shows the running step on a terminal, and then prints how long it took. */
export const step: Step = async (title, work) => {
  const startedAt = performance.now();
  show(`${title} ...`);
  try {
    const result = await work();
    show("");
    console.log(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    show("");
    throw error;
  }
};
