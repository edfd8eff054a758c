import { exponentOf } from "@refunds/core/provider";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every three-letter code that core knows, found by asking for all of them. */
export const ours = letters.flatMap((a) =>
  letters.flatMap((b) =>
    letters.map((c) => a + b + c).filter((code) => exponentOf(code) !== undefined),
  ),
);
