/** Node's own dispatcher, which undici from npm replaces. All test files of a worker share it. */
import { afterAll } from "vitest";

/** Call it at the top of a file that loads undici: the files after it get Node's own dispatcher again. */
export function restoreOwnDispatcher(): void {
  // Node makes its dispatcher when it loads this class.
  globalThis.Response;
  const shared = globalThis as unknown as Record<symbol, unknown>;
  const places = ["1", "2"].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));
  const own = places.map((place) => shared[place]);
  afterAll(() => {
    for (const [at, place] of places.entries()) if (place in shared) shared[place] = own[at];
  });
}
