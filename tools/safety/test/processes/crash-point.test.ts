import { expect, test } from "vitest";
import { crashPoints } from "../../src/crashes/crash-point.ts";

test("a process can be killed at each step, and at each moment of a request at the provider", () => {
  const points = crashPoints([
    "opening: before the transaction",
    "a COMMIT has left",
    "opening: within the transaction",
    "a COMMIT has left",
    "request 1: before it leaves",
    "request 1: its answer begins",
    "request 2: before it leaves",
    "outcome: before the transaction",
  ]);
  const away = (request: number) => (moment: string) => ({ by: "provider", request, moment });
  const moments = ["arrives", "is done", "is dropped"];
  expect(points).toEqual([
    { name: "opening: before the transaction", at: { by: "itself", step: 1 } },
    { name: "set-up: a COMMIT has left", at: { by: "itself", step: 2 } },
    { name: "opening: within the transaction", at: { by: "itself", step: 3 } },
    { name: "opening: a COMMIT has left", at: { by: "itself", step: 4 } },
    { name: "token request: before it leaves", at: { by: "itself", step: 5 } },
    ...moments.map(away(1)).map((at) => ({ name: expect.stringContaining("token request: "), at })),
    { name: "token request: its answer begins", at: { by: "itself", step: 6 } },
    { name: "refund request: before it leaves", at: { by: "itself", step: 7 } },
    ...moments
      .map(away(2))
      .map((at) => ({ name: expect.stringContaining("refund request: "), at })),
    { name: "outcome: before the transaction", at: { by: "itself", step: 8 } },
  ]);
});
