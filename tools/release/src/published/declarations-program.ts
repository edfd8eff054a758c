/** Programs whose exported types are all inferred, as text. They name no types, so they need no update if types change. */
import { literal, optionsLiteral, withoutKey } from "./literal.ts";
import type { InstalledPackage } from "./project.ts";

const head = "declare const rsa: string;\n";

/** A program that exports everything from the entry points of one package, and the results of calling it. */
export function inferredFrom(
  each: InstalledPackage,
  packages: readonly InstalledPackage[],
): string {
  const { entryPoints, name, provider } = each;
  const imports = entryPoints.map(
    (entryPoint, at) => `import * as entry${at} from "${entryPoint}";\n`,
  );
  const copies = entryPoints.map((_, at) => `export const copy${at} = { ...entry${at} };\n`);
  const calls = provider
    ? [...factoriesOf(provider), ...fetchCalls(provider, entryPoints.indexOf(`${name}/fetch`))]
    : name === "refunds"
      ? packages.flatMap((other) => (other.provider ? factoriesOf(other.provider) : []))
      : [];
  const facade = name === "refunds" ? facadeCalls(packages) : "";
  return [...imports, head, ...copies, ...calls, facade].join("");
}

type Provider = NonNullable<InstalledPackage["provider"]>;

const optionsOf = ({ vectors }: Provider) => optionsLiteral(vectors.credentials);

function factoriesOf(provider: Provider): string[] {
  const { word, vectors } = provider;
  const request = literal(vectors.requests[0]?.given);
  return [
    `export const ${word} = entry0.${word}(${optionsOf(provider)});\n`,
    `export const ${word}Refund = () => ${word}.refund(${request});\n`,
    membersOf(word),
  ];
}

/** The openapi-fetch client, and the result of calling it. */
function fetchCalls(provider: Provider, entryPoint: number): string[] {
  const { word, vectors } = provider;
  const client = `${word}FetchClient`;
  const path = JSON.stringify(vectors.operation?.path);
  return [
    `export const ${client} = entry${entryPoint}.${client}(${optionsOf(provider)});\n`,
    `export const ${client}Members = { ...${client} };\n`,
    `export const ${client}Call = () => ${client}.request("post", ${path}, {} as never);\n`,
  ];
}

/** Exports the members of an object, the results of its methods, and the members of these results. */
const membersOf = (object: string) => `export const ${object}Members = { ...${object} };
export const ${object}Calls = async (name: keyof typeof ${object}) => {
  const member = ${object}[name];
  return typeof member === "function" ? await member({} as never, {} as never) : member;
};
export const ${object}Results = async (name: keyof typeof ${object}) => {
  const result = await ${object}Calls(name);
  return typeof result === "object" && { ...result };
};
`;

function facadeCalls(packages: readonly InstalledPackage[]): string {
  const providers = packages.flatMap(({ provider }) => provider ?? []);
  const accounts = providers.map((each) => `${each.word}: entry0.${each.word}(${optionsOf(each)})`);
  const refunds = providers.map(
    ({ word, vectors }) =>
      `export const ${word}Through = () => refunds.refund({ account: "${word}", key: "k", ...${withoutKey(vectors.requests[0]?.given)} });\n`,
  );
  return `export const refunds = entry0.createRefunds({ accounts: { ${accounts.join(", ")} } });
export const refundsMembers = { ...refunds };
${refunds.join("")}`;
}
