import { valueAt } from "@refunds/core/provider";
import type { SimulatedKeys } from "../simulator-table.ts";

interface Written {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Whether a provider remembers a refusal under its key. Without a word of its documentation it remembers refunds alone. What
 * is checked in front of the place where keys are kept is never remembered.
 */
export function isRemembered(
  { answers, forgets = [] }: SimulatedKeys,
  situation: string,
  written: Written,
): boolean {
  if (answers !== "first" || inFront.includes(situation)) return false;
  return !forgets.some((when) =>
    Object.entries(when).every(([at, expected]) => says(written, at, expected)),
  );
}

const inFront = ["unauthorized", "bad_signature", "invalid_request", "rate_limited", "key_busy"];

type Expected = NonNullable<SimulatedKeys["forgets"]>[number][string];

function says({ status, body }: Written, at: string, expected: Expected): boolean {
  const found = at === "http" ? [status, `${Math.floor(status / 100)}XX`] : valuesAt(body, at);
  const texts = found.filter((value) => value != null).map(String);
  if (typeof expected === "object" && "present" in expected)
    return texts.length > 0 === expected.present;
  return texts.some((text) => [expected].flat().includes(text));
}

/** The values at a pointer, in which `*` is any item of a list. */
function valuesAt(body: unknown, at: string): readonly unknown[] {
  const [before = "", ...rest] = at.split("/*");
  const found = valueAt(body, before);
  if (rest.length === 0) return [found];
  return Array.isArray(found) ? found.flatMap((item) => valuesAt(item, rest.join("/*"))) : [];
}
