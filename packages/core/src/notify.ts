/** Calls an observer. What it throws, or rejects with, must not change what happens to a refund. */
export function notify<Event>(
  observer: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  try {
    Promise.resolve(observer?.(event)).catch(() => {});
  } catch {}
}
