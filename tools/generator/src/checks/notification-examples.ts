/** Documented notifications fit their schema, and the rules make of them what the spec says. */
import { eventsOf, readForm } from "@refunds/core/notifications";
import { putAt, readJson, valueAt } from "@refunds/core/provider";
import { tokensOf } from "@refunds/spec-reader";
import type { NotificationTable } from "../core-types.ts";
import type { OpenApi, RawExpect, RawRefund } from "../openapi/document.ts";
import { check } from "../openapi/json-schema.ts";
import { type NotificationOperation, notificationTable } from "../openapi/notification.ts";
import { operationsOf } from "../openapi/operations.ts";
import { compile } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

export function checkNotificationExamples(
  spec: SpecFile,
  root: OpenApi,
  { body }: NotificationOperation,
): void {
  if (!body || spec.problems().length > 0) return;
  const table = notificationTable(root);
  const refund = operationsOf(root).find(({ kind }) => kind === "refund");
  if (!table || !refund) return;
  const { identifiedBy } = refund.vocabulary as RawRefund;
  const compiled = compile(root, body.schema, "answer");
  for (const [name, example] of Object.entries(body.media.examples ?? {})) {
    const at = [...body.at, "examples", name];
    const exact = exactOf(table, example.value);
    const problem = check(compiled, body.kind === "form" ? exact : example.value, "");
    if (problem) {
      spec.report(
        [...at, "value", ...(body.kind === "json" ? tokensOf(problem.field) : [])],
        `example "${name}" breaks its schema: ${problem.field || "it"} ${problem.message}`,
        "correct one of them",
      );
      continue;
    }
    const expected = example["x-expect"];
    if (!expected) {
      spec.report(at, `example "${name}" has no x-expect`, "say what it proves", "key");
      continue;
    }
    const found = saidBy(table, identifiedBy, exact);
    for (const [word, value] of Object.entries(expected)) {
      const is = found[word as keyof RawExpect];
      if (is === value) continue;
      spec.report(
        [...at, "x-expect", word],
        `the rules make ${is ?? "nothing"} of example "${name}", not ${value}`,
        "correct one of them",
      );
    }
  }
}

/** A form's example is its text. What is encrypted stands in an example as it was before. */
function exactOf({ media, encrypted }: NotificationTable, value: unknown): unknown {
  if (media === "form") {
    const read = readForm(String(value));
    return "exact" in read ? read.exact : undefined;
  }
  const { exact } = readJson(JSON.stringify(value));
  if (!encrypted) return exact;
  const text = valueAt(exact, encrypted.at);
  if (typeof text === "string") {
    putAt(exact as Record<string, unknown>, encrypted.at, readJson(text).exact);
  }
  return exact;
}

function saidBy(
  table: NotificationTable,
  identifiedBy: RawRefund["identifiedBy"],
  exact: unknown,
): RawExpect {
  const [headers, query] = [new Headers(), new URLSearchParams()];
  const [event] = eventsOf(table, identifiedBy, { exact, headers, query });
  if (!event) return { status: "ignored" };
  const { status, reason, key, refundId, confirm } = event;
  return {
    status,
    confirm,
    ...(reason && { reason }),
    ...(key !== undefined && { key }),
    ...(refundId !== undefined && { refundId }),
  };
}
