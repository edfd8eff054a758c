/** `$ref`, with one meaning: a local reference, followed until something that is not a reference. */
import { type At, isObject, type Located } from "./data.ts";
import { placeOf, valueAt } from "./pointers.ts";

/**
 * The value itself where it is not a reference. Undefined for a reference that leads nowhere, leaves the file, or leads
 * back to itself.
 */
export function resolve<T>(
  root: unknown,
  value: T | { readonly $ref: string },
  at: At,
): Located<T> | undefined {
  let found: Located<unknown> = { value, at };
  const followed = new Set<string>();
  while (isObject(found.value) && typeof found.value.$ref === "string") {
    const { $ref } = found.value;
    if (!$ref.startsWith("#/") || followed.has($ref)) return undefined;
    followed.add($ref);
    const place = placeOf(root, decoded($ref.slice(1)));
    found = { value: valueAt(root, place), at: place };
  }
  return found.value === undefined ? undefined : (found as Located<T>);
}

/** A reference is the fragment of a URI, so `%7B` stands for `{`. A stray `%` stands for itself. */
function decoded(fragment: string): string {
  return fragment.replaceAll(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}
