/** Freezes plain data recursively. */
export function deepFreeze<T>(data: T): T {
  if (typeof data === "object" && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const one of Object.values(data)) deepFreeze(one);
  }
  return data;
}
