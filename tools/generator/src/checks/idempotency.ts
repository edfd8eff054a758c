/** What a key is said to prove: a window that leaves time, answers that differ, amounts that can be believed. */
import type { At } from "@refunds/spec-reader";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import { lookUpPlace, type Operation, operationsOf } from "../openapi/operations.ts";
import type { RawIdempotency } from "../openapi/raw-evidence.ts";
import { secondsIn } from "../openapi/same-key.ts";
import type { SpecFile } from "../read.ts";
import { findIn } from "./answers.ts";
import { checkCondition } from "./conditions.ts";

/** The other keys are UUIDs. */
const uuidLength = 36;

/** A tenth, and at least a minute, is left out of the window. */
const shortestSeconds = 120;

export function checkIdempotency(spec: SpecFile): void {
  const refund = operationsOf(spec.root as OpenApi).find(({ kind }) => kind === "refund");
  const words = refund?.vocabulary as RawRefund | undefined;
  if (!refund || !words?.idempotency) return;
  const { idempotency } = words;
  const at = [...refund.wordsAt, "idempotency"];
  if (words.send.key === undefined) {
    spec.report(at, "the refund sends no key", "add key to x-refund.send, or remove it", "key");
  }
  const find = findIn(spec, refund);
  for (const word of ["busy", "mismatch", "forgets"] as const) {
    idempotency[word]?.forEach((when, index) => {
      checkCondition(spec, when, "unknown", [...at, word, index], find);
    });
  }
  if (idempotency.again) checkRoom(spec, refund, at);
  if (idempotency.for !== undefined) checkWindow(spec, idempotency.for, idempotency, words, at);
}

function checkRoom(spec: SpecFile, refund: Operation, at: At): void {
  const places = refund.sent.filter(({ source }) => source === "key");
  const fields = places.flatMap(
    ({ place }) => lookUpPlace(spec.root as OpenApi, refund, place).fields,
  );
  const room = Math.min(...fields.map(({ value: { maxLength = uuidLength } }) => maxLength));
  if (room >= uuidLength) return;
  spec.report(
    [...at, "again"],
    `another key is a UUID of ${uuidLength} characters, and the key has ${room} at most`,
    "remove it, so that the refund stays declined",
  );
}

function checkWindow(
  spec: SpecFile,
  duration: string,
  { body }: RawIdempotency,
  { send, echo }: RawRefund,
  at: At,
): void {
  if (secondsIn(duration) < shortestSeconds) {
    spec.report(
      [...at, "for"],
      `${duration} leaves no time: a tenth of it, and at least a minute, is never used`,
      "remove it, so that nothing is sent again",
    );
  }
  if (body === "ignored" && echo.amount === undefined) {
    spec.report(
      [...at, "body"],
      "the answer to a second request is believed only if it repeats the amount",
      "add amount to x-refund.echo, or remove `for`",
    );
  }
  for (const source of ["timestamp", "nonce"]) {
    if (body !== "same" || !send[source]?.startsWith("body#")) continue;
    spec.report(
      [...at, "body"],
      `"${source}" is new in every request, so a second body is never the same`,
      "say what the documentation compares, or remove `for`",
    );
  }
}
