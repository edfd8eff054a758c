/** Programs that run as pasted, for READMEs. */
import { confirms } from "../confirms.ts";
import type { Environment } from "../core-types.ts";
import type { FieldDoc, FieldGroup, Provider } from "../model.ts";
import { isInHost } from "../needed-settings.ts";

const placeholder = ({ type, sample }: FieldDoc): string => {
  if (sample !== undefined) return written(sample);
  if (type.startsWith('"')) return type.split(" | ", 1)[0] ?? "";
  return type === "number" ? "1" : '"…"';
};

/** A value as people write it in a program. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${/^[A-Za-z]\w*$/.test(name) ? name : JSON.stringify(name)}: ${written(member)}`,
  );
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

/** The object a caller would write: every field, or the first of each choice. */
function sampleGroup({ fields, exactlyOne }: FieldGroup): string {
  const dropped = new Set(exactlyOne.flatMap(([, ...others]) => others));
  const kept = fields.filter(({ name }) => !dropped.has(name));
  return `{ ${kept.map((field) => `${field.name}: ${placeholder(field)}`).join(", ")} }`;
}

/** The fields of `extra` that a sample has: a made-up value of one that may be left out would change what the refund does. */
function sampleExtra(extra: FieldGroup | undefined): FieldGroup | undefined {
  const fields = extra?.fields.filter(
    ({ optional, sample, type }) => !optional || sample !== undefined || type.startsWith('"'),
  );
  return extra && fields?.length ? { ...extra, fields } : undefined;
}

/** A refund that the sandbox carries out: of the first payment that it holds. */
function sampleRequest(provider: Provider): string {
  const { payment, amount, reason, key, extra, simulator, partial, table } = provider;
  const [held] = simulator.payments;
  const { value: all = 1050, currency = "EUR" } = held?.amount ?? {};
  const steps = table.refund.send.find(({ from }) => from === "amount")?.money?.steps;
  const some = 1050 - (1050 % (steps?.[currency] ?? 1));
  const value = partial ? Math.min(some, all) : all;
  const extras = sampleExtra(extra);
  return [
    `  payment: ${sampleGroup(payment)},\n`,
    amount
      ? `  amount: { value: ${value}, currency: ${JSON.stringify(currency)} }, // ${amountNote(provider)}\n`
      : "",
    reason
      ? `  reason: ${reason.type.startsWith('"') ? placeholder(reason) : '"damaged product"'},${reason.optional ? " // optional" : ""}\n`
      : "",
    key ? keyLine(key) : "",
    extras ? `  extra: ${sampleGroup(extras)},\n` : "",
  ].join("");
}

const keyLine = ({ sample = "order-1042/refund-1" }: Pick<FieldDoc, "sample"> = {}) =>
  `  key: ${JSON.stringify(sample)}, // your own id of this refund\n`;

const amountNote = ({ amount }: Provider) =>
  amount?.optional ? "in minor units; left out, everything that remains" : "in minor units";

/** The first way to authenticate, and the settings that a client needs in an environment. */
const required = ({ credentials, settings, table }: Provider, environment: Environment) => [
  ...(credentials[0] ?? []),
  ...settings.filter(({ optional, name }) => !optional || isInHost(table, environment, name)),
];

/** The sandbox's credentials. A private key is made by each sandbox, so it comes from there. */
function sandboxCredentials(provider: Provider): string {
  const { name, simulator } = provider;
  return required(provider, harmless(provider))
    .map((field) => {
      const value = simulator.credentials[0]?.[field.name]?.value;
      return value === undefined
        ? `  ${field.name}: String(sandbox.provider("${name}").credentials[0]?.${field.name}),\n`
        : `  ${field.name}: ${JSON.stringify(value)},\n`;
    })
    .join("");
}

/** Credentials from the environment, as `NAME_ACCESS_TOKEN`. One that is not set is empty, which the client refuses. */
const ownCredentials = (provider: Provider, environment: Environment): string[] =>
  required(provider, environment).map((field) => {
    const variable = `${provider.name}_${field.name.replaceAll(/[A-Z]/g, "_$&")}`.toUpperCase();
    return `${field.name}: process.env.${variable} ?? ""`;
  });

/** The environment that no money moves in, where there is one. */
const harmless = ({ table }: Provider): Environment => ("test" in table.servers ? "test" : "live");

/** The environment of the caller's own account. Where credentials show it, that of the sample. */
function ownEnvironment({ table }: Provider): Environment {
  const shown = table.credentials.some((set) =>
    Object.values(set).some(({ environments }) => environments),
  );
  return shown && "test" in table.servers ? "test" : "live";
}

/** The environment of the caller's own account, and the other one. */
function environmentsOf(provider: Provider): string {
  if (!("test" in provider.table.servers)) return '"live",';
  const own = ownEnvironment(provider);
  return `"${own}", // or "${own === "test" ? "live" : "test"}"; there is no default`;
}

/** As the linter sorts them. */
const imports = ({ name }: Provider) =>
  [
    [name, name],
    ["createSandbox", "sandbox"],
  ]
    .sort(([, a = ""], [, b = ""]) => (a < b ? -1 : 1))
    .map(([what, from]) => `import { ${what} } from "@refunds/${from}";`)
    .join("\n");

/** A refund against the sandbox. */
export const sandboxSample = (provider: Provider): string => `${imports(provider)}

const sandbox = await createSandbox();
const client = ${provider.name}({
  environment: "${harmless(provider)}",
${sandboxCredentials(provider)}  fetch: sandbox.fetch, // left out, the refund goes to ${provider.title}
});

const outcome = await client.refund({
${sampleRequest(provider)}});

if (outcome.status === "${confirms(provider.table.refund) ? "succeeded" : "pending"}") console.log(outcome.status${provider.table.refund.refundId === undefined ? "" : ", outcome.refundId"});
else console.log(outcome.status, outcome.because);
`;

/** A client for the caller's own account, with every option that all clients share. */
export const accountSample = (
  provider: Provider,
): string => `import { ${provider.name} } from "@refunds/${provider.name}";

export const client = ${provider.name}({
  environment: ${environmentsOf(provider)}
${ownCredentials(provider, ownEnvironment(provider))
  .map((credential) => `  ${credential},\n`)
  .join("")}  timeoutMs: 20_000, // for a whole call; 30,000 when left out
  logger: (event) => console.log(event), // one event for each call, without secrets
});
`;

/** The same refund through the facade, with a journal: what a key needs. */
export const facadeSample = (
  provider: Provider,
): string => `import { sqliteJournal } from "@refunds/journal/sqlite";
import { ${["createRefunds", provider.name].sort().join(", ")} } from "refunds";

const refunds = createRefunds({
  accounts: {
    shop: ${provider.name}({
      environment: "${harmless(provider)}",
${ownCredentials(provider, harmless(provider))
  .map((credential) => `      ${credential},\n`)
  .join("")}    }),
  },
  journal: sqliteJournal({ file: "refunds.sqlite" }),
});

const outcome = await refunds.refund({
  account: "shop",
${provider.key ? "" : keyLine()}${sampleRequest(provider)}});

console.log(outcome.status);
`;
