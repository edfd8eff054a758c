/** The simulator's data: credentials, payments and answers that fit the documented schemas. */
import { type At, eachLeaf, suggest } from "@refunds/spec-reader";
import { confirms } from "../confirms.ts";
import type { OpenApi, RawRefund, RawSimulatedAnswer } from "../openapi/document.ts";
import { lookUpAnswer, type Operation, operationsOf } from "../openapi/operations.ts";
import type { SpecFile } from "../read.ts";
import { amountWords, operationOf, otherWords, placeholdersIn } from "../sandbox-words.ts";

export function checkSandbox(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const operations = operationsOf(root);
  const payment = [
    ...new Set(
      operations
        .flatMap(({ vocabulary }) => Object.keys(vocabulary.send))
        .filter((source) => source.startsWith("payment."))
        .map((source) => source.slice("payment.".length)),
    ),
  ];
  checkSamples(spec, root, payment);
  checkAccepted(spec, root, operations);
  const credentials = root["x-credentials"].flatMap((set) => Object.keys(set));
  const words = [
    ...payment.map((name) => `payment.${name}`),
    ...credentials.map((name) => `credentials.${name}`),
    ...Object.keys(root["x-settings"] ?? {}).map((name) => `settings.${name}`),
    ...amountWords,
    ...otherWords,
  ];
  for (const [situation, answer] of Object.entries(root["x-sandbox"].answers)) {
    const { headers = {}, body } = answer;
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
    for (const [name, value] of Object.entries(headers)) {
      const headerAt = [...at, "headers", name];
      checkLeaf(spec, root, operation, value, `header.${name}`, headerAt, words);
    }
    eachLeaf(body, "", [...at, "body"], (value, pointer, leafAt) =>
      checkLeaf(spec, root, operation, value, pointer, leafAt, words),
    );
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

function checkLeaf(
  spec: SpecFile,
  root: OpenApi,
  operation: Operation,
  value: unknown,
  pointer: string,
  at: At,
  words: readonly string[],
): void {
  const { fields, known, missing } = lookUpAnswer(root, operation, pointer);
  if (fields.length === 0) {
    spec.report(
      at,
      `no answer of ${operation.kind} has ${pointer}: there is no "${missing}"`,
      suggest(missing ?? "", known),
      "key",
    );
  }
  const names = typeof value === "string" ? placeholdersIn(value) : [];
  if (names.length > 1)
    spec.report(at, "a string holds one {{name}}", "split the field or fix one of them");
  for (const name of names) {
    if (!words.includes(name)) spec.report(at, `{{${name}}} is not known`, suggest(name, words));
    else if (name === "payment.state" && !root["x-sandbox"].states) {
      spec.report(
        at,
        "{{payment.state}} needs the provider's words for it",
        "add x-sandbox.states",
      );
    } else if (name === "refund.state" && !root["x-sandbox"].refundStates) {
      spec.report(
        at,
        "{{refund.state}} needs the provider's words for it",
        "add x-sandbox.refundStates",
      );
    } else if (
      amountWords.includes(name) &&
      fields.length > 0 &&
      !fields.some((field) => field.value["x-money"])
    ) {
      spec.report(
        at,
        `{{${name}}} stands at ${pointer}, whose schema has no x-money`,
        "add its unit",
      );
    }
  }
}
