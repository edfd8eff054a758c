/** The simulator's data: credentials, payments and answers that fit the documented schemas. */
import { type At, suggest } from "@refunds/spec-reader";
import { confirms } from "../confirms.ts";
import type { OpenApi, RawRefund, RawSimulatedAnswer } from "../openapi/document.ts";
import { lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";
import { operationOf } from "../sandbox-words.ts";
import { checkFilled, fillWords, paymentIds } from "./filled-values.ts";

export function checkSandbox(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const operations = operationsOf(root);
  checkSamples(spec, root, paymentIds(root));
  checkAccepted(spec, root, operations);
  const words = fillWords(root);
  for (const [situation, answer] of Object.entries(root["x-sandbox"].answers)) {
    const at = ["x-sandbox", "answers", situation];
    const operation = operations.find(({ kind }) => kind === operationOf(situation));
    if (!operation) {
      spec.report(
        at,
        `"${situation}" answers a ${operationOf(situation)}, which this provider has not`,
        "remove it",
        "key",
      );
      continue;
    }
    checkWithoutBody(spec, operation, answer, at);
    checkFilled(spec, answer, at, {
      name: `answer of ${operation.kind}`,
      words,
      lookUp: (place) => lookUpAnswer(root, operation, place),
    });
  }
}

/** The answer that every regular refund gets, and no answer that the rules read as something else. */
function checkAccepted(spec: SpecFile, root: OpenApi, operations: readonly Operation[]): void {
  const refund = operations.find(({ kind }) => kind === "refund");
  if (!refund) return;
  const { answers, payments } = root["x-sandbox"];
  const confirmed = confirms(refund.vocabulary as RawRefund);
  const accepted = confirmed ? "refunded" : "pending";
  const at = ["x-sandbox", "answers"];
  if (!(accepted in answers)) {
    spec.report(at, `"${accepted}" is missing, which answers a regular refund`, "add it", "key");
  }
  if (confirmed) return;
  const because = "no rule of the refund means succeeded, so every refund is pending";
  if ("refunded" in answers) {
    spec.report([...at, "refunded"], because, "remove it, or add the rule", "key");
  }
  payments.forEach(({ always }, index) => {
    if (always !== "pending") return;
    spec.report(["x-sandbox", "payments", index, "always"], because, "remove it", "key");
  });
}

function checkWithoutBody(
  spec: SpecFile,
  { kind, empty }: Operation,
  { http = 200, body }: RawSimulatedAnswer,
  at: At,
): void {
  const statuses = [String(http), `${String(http)[0]}XX`];
  if (body !== undefined || empty.some(({ status }) => statuses.includes(status))) return;
  spec.report(
    at,
    `no response of ${kind} with the status ${http} is without content`,
    "add the body, or the response to the operation",
    "key",
  );
}

function checkSamples(spec: SpecFile, root: OpenApi, identifiers: readonly string[]): void {
  const sandbox = root["x-sandbox"];
  const credentials = new Map(root["x-credentials"].flatMap((set) => Object.entries(set)));
  for (const name of Object.keys(sandbox.credentials)) {
    const isKey = credentials.get(name)?.schema.format !== undefined;
    const at = ["x-sandbox", "credentials", name];
    if (!credentials.has(name))
      spec.report(
        at,
        `"${name}" is not among x-credentials`,
        suggest(name, [...credentials.keys()]),
        "key",
      );
    else if (isKey)
      spec.report(
        at,
        `"${name}" is a private key, which the sandbox makes itself`,
        "remove it",
        "key",
      );
  }
  for (const [name, { schema }] of credentials) {
    if (schema.format === undefined && !(name in sandbox.credentials)) {
      spec.report(
        ["x-sandbox", "credentials"],
        `the credential "${name}" has no sample value`,
        "add one",
        "key",
      );
    }
  }
  sandbox.payments.forEach(({ payment, always }, index) => {
    const at = ["x-sandbox", "payments", index];
    for (const name of Object.keys(payment)) {
      if (!identifiers.includes(name))
        spec.report(
          [...at, "payment", name],
          `"${name}" identifies no payment`,
          suggest(name, identifiers),
          "key",
        );
    }
    for (const name of identifiers.filter((identifier) => !(identifier in payment))) {
      spec.report([...at, "payment"], `the payment has no "${name}"`, "give every identifier");
    }
    if (always !== undefined && !(always in sandbox.answers)) {
      spec.report(
        [...at, "always"],
        `there is no answer "${always}"`,
        suggest(always, Object.keys(sandbox.answers)),
      );
    }
  });
}
