/** Timers that can all be stopped, and that keep no process running. */
export interface Timers {
  /** Rejects if the timers are cleared. */
  wait(ms: number): Promise<void>;
  clear(): void;
}

/** A wait was cleared by a reset of the sandbox. */
export class Cleared extends Error {}

/** Keeps the process running, although the timers do not, while someone waits for one. */
export function keepRunning(): () => void {
  const timer = setInterval(() => {}, 2 ** 30);
  return () => clearInterval(timer);
}

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
