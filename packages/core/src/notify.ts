/** Calls an observer, and ignores what it throws or rejects with. */
export function notify<Event>(
  observer: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  try {
    if (observer) Promise.resolve(observer(event)).catch(() => {});
  } catch {}
}
