/** What a signature names exists, and a signature is not over itself. */
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi, RawSign } from "../openapi/document.ts";
import type { Operation } from "../openapi/operations.ts";
import { namedParts } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";
import { findPlace } from "./sent-values.ts";

export function checkNames(
  spec: SpecFile,
  root: OpenApi,
  operation: Operation,
  sign: RawSign,
  at: At,
): void {
  for (const { name, at: below, inText } of namedParts(sign)) {
    const where = [...at, ...below];
    const [kind = ""] = name.split(".");
    if (kind === "parts") {
      checkOwnPart(spec, sign, name, below, where);
    } else if (name === "signature" && inText) {
      if (below[0] === "as") continue;
      const what = "`also` is filled before the text is signed";
      spec.report(where, what, "name the signature in `as`");
    } else if (/^(credentials|settings)$/.test(kind) || /^(timestamp|nonce)$/.test(name)) {
      // checkCredentials, checkSettings and checkFresh.
    } else if (inText) {
      const advice = `use ${inTexts.join(", ")}; a part can get a name in \`parts\``;
      spec.report(where, `{${name}} is not known here`, advice);
    } else if (!whole.includes(name)) findPlace(spec, root, operation, name, where);
  }
  checkUnused(spec, sign, at);
  checkItself(spec, sign, at);
}

/** What is signed as a whole. */
const whole = ["method", "path", "pathname", "operationPath", "query", "host", "body"];

/** What a text can name. */
const inTexts = [
  "signature",
  "timestamp",
  "nonce",
  "credentials.<name>",
  "settings.<name>",
  "parts.<name>",
];

/** A name of `parts`. */
function checkOwnPart(spec: SpecFile, sign: RawSign, name: string, below: At, where: At): void {
  const known = Object.keys(sign.parts ?? {});
  const part = name.replace(/^parts\.?/, "");
  if (!known.includes(part)) {
    spec.report(where, `"${name}" is not among \`parts\``, suggest(part, known));
  } else if (below[0] === "parts") {
    spec.report(where, `a part of \`parts\` names another one, "${part}"`, "write it out");
  }
}

function checkUnused(spec: SpecFile, sign: RawSign, at: At): void {
  const used = new Set(namedParts(sign).map(({ name }) => name));
  for (const name of Object.keys(sign.parts ?? {})) {
    if (used.has(`parts.${name}`)) continue;
    spec.report([...at, "parts", name], `nothing uses the part "${name}"`, "remove it", "key");
  }
}

function checkItself(spec: SpecFile, sign: RawSign, at: At): void {
  const names = namedParts(sign).map(({ name }) => name);
  if (sign.to.startsWith("body#") && names.includes("body")) {
    spec.report(
      [...at, "over"],
      "the whole body is signed and the signature stands in it",
      "sign a part of it",
    );
  }
  const queries = ["path", "query", "operationPath"];
  if (sign.to.startsWith("query.") && names.some((name) => queries.includes(name))) {
    spec.report(
      [...at, "over"],
      "the whole query is signed and the signature stands in it",
      "sign `pathname` and the fields of the query",
    );
  }
}
