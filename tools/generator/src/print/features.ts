/** `src/features.ts`: behaviour that core leaves out of a bundle unless a provider names it. */
import type {
  OperationTable,
  Placement,
  RefundTable,
  SignatureTable,
  VerifyTable,
} from "../core-types.ts";
import type { Provider } from "../model.ts";
import { isPlain, keyKindOf } from "../openapi/signing.ts";
import { asksRichly } from "./asks-richly.ts";
import { md5Loader } from "./md5.ts";
import { doc, header, importNames } from "./text.ts";
import { printMatch } from "./verifier.ts";

interface Feature {
  readonly name: string;
  readonly value: string;
  /** What of core the value is made of. */
  readonly uses: readonly string[];
  /** It is given `md5`. */
  readonly md5?: true;
}

export function featuresOf(provider: Provider): Feature[] {
  const { table, amount } = provider;
  const operations = [table.refund, table.query, table.token];
  const sent = operations.flatMap((operation) => operation?.send ?? []);
  const formats = [...sent, ...table.refund.echo].flatMap(({ money }) => money ?? []);
  const units = formats.map(({ unit }) => unit);
  const one = (name: string, value: string, needed: unknown): Feature[] =>
    needed ? [{ name, value, uses: [value] }] : [];
  const credentials = table.credentials.flatMap((set) => Object.values(set));
  const steps = [
    ...(credentials.some(({ environments }) => environments) ? ["checkEnvironments"] : []),
    ...(credentials.some(({ setting }) => setting) ? ["readSettings"] : []),
    ...(Object.values(table.servers).some((url) => url.includes("{")) || table.token?.servers
      ? ["readHosts"]
      : []),
  ];
  const signatures = operations.flatMap((operation) => operation?.sign ?? []);
  const money = [...new Set(units)].sort().map((unit) => ({ unit, value: `${unit}Units` }));
  const around = [
    ...(formats.some(({ exponents, steps }) => exponents ?? steps) ? ["ownDecimals"] : []),
    ...(formats.some(({ negative }) => negative) ? ["withMinus"] : []),
  ];
  const wrapped = (value: string) =>
    around.reduce((inner, wrapper) => `${wrapper}(${inner})`, value);
  const forms = operations.flatMap((operation) => (operation?.media === "form" ? operation : []));
  const hasNestedForm = forms.some(isNestedForm);
  return [
    ...one("body", hasNestedForm ? "writeNestedForm" : "writeForm", forms.length > 0),
    ...one(
      "texts",
      "writeTexts",
      operations.some((operation) => operation?.jsonText),
    ),
    ...signerOf(provider, signatures),
    ...verifierOf(operations.flatMap((operation) => operation?.verify ?? [])),
    ...(money.length > 0
      ? [
          {
            name: "money",
            value: `{ ${money.map(({ unit, value }) => `${unit}: ${wrapped(value)}`).join(", ")} }`,
            uses: [...money.map(({ value }) => value), ...around],
          },
        ]
      : []),
    ...one("currencies", currenciesOf(table.refund), amount),
    ...one(
      "fresh",
      freshOf(provider),
      sent.some(({ from }) => from === "timestamp" || from === "nonce"),
    ),
    ...one(
      "repeats",
      "worthRepeating",
      [...table.refund.outcomes, ...(table.query?.outcomes ?? []), ...table.errors.list].some(
        ({ repeat }) => repeat === true,
      ),
    ),
    ...one(
      "renews",
      "newToken",
      [...table.refund.outcomes, ...(table.query?.outcomes ?? [])].some(
        ({ repeat }) => repeat === "new-token",
      ),
    ),
    ...(steps.length > 0
      ? [
          {
            name: "options",
            value: `/* @__PURE__ */ readWith(${steps.join(", ")})`,
            uses: ["readWith", ...steps],
          },
        ]
      : []),
    ...one(
      "basic",
      "basicCredentials",
      sent.some(({ from }) => from.includes(":")),
    ),
    ...one(
      "nested",
      forms.some(({ send }) => send.some(isNested)) ? "nestedFormValues" : "nestedValues",
      sent.some(isNested),
    ),
    ...one("tokens", "tokenSource", table.token),
    ...one("read", "readRichly", asksRichly(table)),
    ...one(
      "forms",
      "wireForms",
      [...sent, ...table.refund.echo].some(({ form }) => form),
    ),
  ];
}

/** What says which currencies are refunded. */
function currenciesOf({ currencies }: RefundTable): string {
  if (!currencies) return "anyCurrency";
  if ("codes" in currencies) return "listedCurrencies";
  if ("except" in currencies) return "currenciesExcept";
  return currencies.exponent === 2 ? "twoDecimals" : "sameDecimals";
}

/** Whether the caller gives an object or a list there. */
const isNested = ({ from, schema }: Placement) =>
  from.startsWith("extra.") && /object|array/.test([schema.type].join());

/** Whether a form has fields inside fields. A field that holds JSON as text is one. */
const isNestedForm = ({ send, jsonText = [] }: OperationTable) =>
  send.some(
    (placement) =>
      isNested(placement) ||
      (/^body#\/[^/]*\//.test(placement.to) &&
        !jsonText.some((pointer) => placement.to.startsWith(`body#${pointer}/`))),
  );

/** Makes timestamps and nonces: with patterns of times, if the table has any. */
function freshOf({ table: { refund, query, token } }: Pick<Provider, "table">): string {
  const times = [refund, query, token].flatMap((operation) => [
    ...(operation?.send ?? []).map(({ time }) => time),
    operation?.sign?.timestamp,
  ]);
  return times.some((time) => typeof time === "object") ? "freshValueByPattern" : "freshValue";
}

/** What verifies answers. */
function verifierOf(answers: readonly VerifyTable[]): Feature[] {
  if (answers.length === 0) return [];
  const { value, uses, md5 } = printMatch(answers);
  return [
    {
      name: "verifier",
      value: `answerVerifier(${value}${md5 ? ", { md5 }" : ""})`,
      uses: ["answerVerifier", ...uses],
      ...(md5 && { md5 }),
    },
  ];
}

/** A signer of texts that are joined as they are, where that is enough. */
function signerOf(provider: Provider, signatures: readonly SignatureTable[]): Feature[] {
  const [first] = signatures;
  if (!first) return [];
  if (signatures.every(isPlain)) {
    const plain = signatures.map(({ algorithm }) =>
      algorithm.startsWith("HMAC") ? "hmacSigner" : "rsaSigner",
    )[0] as string;
    return [{ name: "signer", value: plain, uses: [plain] }];
  }
  const kind = signatures.map(({ algorithm }) => keyKindOf(algorithm)).find(Boolean);
  const load = kind && (kind === "secret" ? "secretKey" : "signingKey");
  const text = JSON.stringify(signatures);
  const md5 = text.includes('"MD5"');
  const fresh = /["{](timestamp|nonce)["}]/.test(text) && freshOf(provider);
  const tools = [
    ...(load ? [`load: ${load}`] : []),
    ...(md5 ? ["md5"] : []),
    ...(fresh ? [`fresh: ${fresh}`] : []),
  ];
  return [
    {
      name: "signer",
      value: `composedSigner({ ${tools.join(", ")} })`,
      uses: ["composedSigner", ...(load ? [load] : []), ...(fresh ? [fresh] : [])],
      ...(md5 && { md5 }),
    },
  ];
}

export function printFeatures(provider: Provider): string {
  const features = featuresOf(provider);
  const names = importNames(["type Features", ...features.flatMap(({ uses }) => uses)]);
  return [
    header(provider.spec),
    `import { ${names} } from "@refunds/core/provider";\n\n`,
    features.some(({ md5 }) => md5) ? md5Loader : "",
    doc(["The features of core that this provider needs."]),
    `export const features: Features = { ${features.map(({ name, value }) => `${name}: ${value}`).join(", ")} };\n`,
  ].join("");
}
