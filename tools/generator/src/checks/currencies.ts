/** Currencies that a spec names are ISO 4217, and are not described twice. */
import { exponentOf } from "@refunds/core/provider";
import type { OpenApi, RawRefund } from "../openapi/document.ts";
import { lookUpAnswer, lookUpPlace, type Operation, operationsOf } from "../openapi/operations.ts";
import type { Field } from "../openapi/schemas.ts";
import type { SpecFile } from "../read.ts";

type Path = readonly (string | number)[];

export function checkCurrencies(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  for (const operation of operationsOf(root)) {
    if (operation.kind === "refund") checkLists(spec, operation);
    for (const field of moneyFields(root, operation)) checkMoney(spec, field);
  }
}

function checkLists(spec: SpecFile, { vocabulary, wordsAt }: Operation): void {
  const { currencies = {} } = vocabulary as RawRefund;
  for (const [word, codes] of Object.entries(currencies)) {
    if (!Array.isArray(codes)) continue;
    codes.forEach((code: string, index) => {
      known(spec, code, [...wordsAt, "currencies", word, index]);
    });
  }
}

/** The amounts of an operation, each once. */
function moneyFields(root: OpenApi, operation: Operation): Field[] {
  const { send, echo = {} } = operation.vocabulary as RawRefund;
  const fields = [
    ...(send.amount === undefined ? [] : lookUpPlace(root, operation, send.amount).fields),
    ...(echo.amount === undefined ? [] : lookUpAnswer(root, operation, echo.amount).fields),
  ].filter(({ value }) => value["x-money"]);
  return [...new Map(fields.map((field) => [field.at.join("/"), field])).values()];
}

function checkMoney(spec: SpecFile, { value, at }: Field): void {
  const { exponents = {}, steps = {} } = value["x-money"] ?? {};
  for (const [code, own] of Object.entries(exponents)) {
    const place = [...at, "x-money", "exponents", code];
    if (known(spec, code, place) === own) {
      spec.report(
        place,
        `${own} is the number of decimals that ISO 4217 gives ${code}`,
        "remove it",
      );
    }
  }
  for (const code of Object.keys(steps)) known(spec, code, [...at, "x-money", "steps", code]);
}

/** The decimals of a code in ISO 4217. Reports a code that is not there. */
function known(spec: SpecFile, code: string, at: Path): number | undefined {
  const decimals = exponentOf(code);
  if (decimals === undefined) {
    spec.report(at, `"${code}" is not a currency of ISO 4217`, "check its three letters");
  }
  return decimals;
}
