import { expect, test } from "vitest";
import type { Measurement } from "../../src/faults/measurement.ts";
import { pageOf } from "../../src/faults/page.ts";

const told = { status: "unknown", why: "timeout", arrived: 1, moved: 1 };
const measurement: Measurement = {
  title: "Acme",
  fault: "hang_after",
  at: "refund",
  transport: "fetch",
  harmless: false,
  alone: told,
  keyed: told,
  again: told,
};
const rowOf = (...measurements: Partial<Measurement>[]) =>
  pageOf(measurements.map((each) => ({ ...measurement, ...each })))
    .split("\n")
    .find((line) => line.includes("`hang_after`"));

test("what is the same for all is said once", () => {
  expect(rowOf({}, { transport: "HTTP" }, { title: "Fjord" })).toBe(
    "| `hang_after` | No answer, ever. The refund was done. | yes | `unknown`, `timeout` | the same; nothing is sent |",
  );
});

test("providers that differ are named", () => {
  const review = { ...told, status: "needs_review", why: "amount, payment.id" };
  expect(rowOf({}, { title: "Fjord", alone: review }, { title: "Northern" })).toContain(
    "| Acme, Northern: `unknown`, `timeout`<br>Fjord: `needs_review`, `amount`, `payment.id` |",
  );
});

test("doors that differ are named", () => {
  expect(rowOf({}, { transport: "HTTP", alone: { ...told, moved: 0 } })).toContain(
    "| Acme (fetch): yes<br>Acme (HTTP): no |",
  );
});

test("a second call that sends says so", () => {
  const again = { status: "succeeded", arrived: 2, moved: 1 };
  expect(rowOf({ again })).toContain("| sent: `succeeded` |");
});

test("faults of a token that come to the same share a row", () => {
  const page = pageOf([
    measurement,
    { ...measurement, at: "token" },
    { ...measurement, at: "token", fault: "cut" },
  ]);
  expect(page).toContain("| `hang_after`, `cut` | yes | `unknown`, `timeout` |");
});
