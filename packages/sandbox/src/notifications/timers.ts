/** Timers that can all be stopped, and that keep no process running. */
export interface Timers {
  /** Rejects if the timers are cleared. */
  wait(ms: number): Promise<void>;
  clear(): void;
}

/** A wait was cleared by a reset of the sandbox. */
export class Cleared extends Error {}

export function createTimers(): Timers {
  const waiting = new Map<ReturnType<typeof setTimeout>, (reason: Cleared) => void>();
  return {
    wait: (ms) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(timer);
          resolve();
        }, ms);
        waiting.set(timer, reject);
        // In browsers a timer is a number, and keeps nothing running.
        (timer as { unref?: () => void }).unref?.();
      }),
    clear() {
      for (const [timer, reject] of waiting) {
        clearTimeout(timer);
        reject(new Cleared());
      }
      waiting.clear();
    },
  };
}
