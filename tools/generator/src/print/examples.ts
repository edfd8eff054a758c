/** `test/examples.test.ts`: the examples of the documentation, run against the client. */
import { exampleEnvironment } from "../example-environment.ts";
import type { Example, Provider } from "../model.ts";
import { header, literal } from "./text.ts";

export function printExamples(provider: Provider): string {
  const { spec, name, examples } = provider;
  const uses = (kind: string) =>
    examples.some((example) => example.keys.some((key) => key.kind === kind));
  const keys = keyKinds.some(uses);
  const isPublic = examples.some((example) => example.keys.some((key) => key.isPublic));
  const environment = exampleEnvironment(provider.table);
  return [
    header(spec),
    keys
      ? `import { ${isPublic ? "createPublicKey, " : ""}generateKeyPairSync } from "node:crypto";\n`
      : "",
    `import { expect, test } from "vitest";\nimport { ${name} } from "../src/index.ts";\n\n`,
    stub,
    isPublic ? publicKey : "",
    ...keyKinds.filter((kind) => uses(kind)).map((kind) => makers[kind]),
    ...examples.map((example) =>
      example.request
        ? requestTest(name, environment, example)
        : answerTest(name, environment, example),
    ),
    examples.length === 0 ? emptyTest(provider) : "",
  ].join("\n");
}

const stub = `/** A \`fetch\` that keeps what it is asked and answers with one documented body. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (...request) => {
    requests.push(new Request(...request));
    return Response.json(body, { status });
  };
  return { fetch, requests };
}
`;

const publicKey = `const publicKey = (pem: string) =>
  createPublicKey(pem).export({ type: "spki", format: "pem" }).toString();
`;

const keyKinds = ["rsa", "ec", "ed25519"] as const;

/** How a test makes a key of each kind. */
const makers = {
  rsa: `const privateKey = (modulusLength: number) =>
  generateKeyPairSync("rsa", { modulusLength }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
`,
  ec: `const ecKey = () =>
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
`,
  ed25519: `const ed25519Key = () =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
`,
};

function options(environment: string | undefined, { credentials, keys }: Example): string {
  const given = Object.entries(credentials).map(([name, value]) => `${name}: ${literal(value)}`);
  const made = keys.map(({ name, kind, isPublic, bits }) => {
    const key = kind === "rsa" ? `privateKey(${bits})` : `${kind}Key()`;
    return `${name}: ${isPublic ? `publicKey(${key})` : key}`;
  });
  return `{ environment: ${literal(environment)}, ${[...given, ...made].join(", ")}, fetch }`;
}

const title = (kind: string, { operation, name, summary }: Example) =>
  literal(`${operation} ${kind} "${name}": ${summary}`);

function requestTest(name: string, environment: string | undefined, example: Example): string {
  const { request, operation, given } = example;
  if (!request) return "";
  const read =
    request.media === "json" ? "JSON.parse(text)" : "Object.fromEntries(new URLSearchParams(text))";
  const body =
    request.media === "json"
      ? request.body
      : Object.fromEntries(
          Object.entries((request.body ?? {}) as object).flatMap(([name, value]) =>
            formFields(name, value),
          ),
        );
  return `test(${title("request", example)}, async () => {
  const { fetch, requests } = answering(200, {});
  await ${name}(${options(environment, example)}).${operation}(${literal(given)});
  expect(requests).toHaveLength(1);
  expect(requests[0]?.method).toBe(${literal(request.method)});
  expect(requests[0]?.url).toBe(${literal(request.url)});
  const text = (await requests[0]?.text()) ?? "";
  expect(${read}).toEqual(${expected(body, request.unstable)});
});
`;
}

/** A field of a form, or the fields inside it. */
const formFields = (name: string, value: unknown): [string, string][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([inner, member]) => formFields(`${name}[${inner}]`, member))
    : [[name, String(value)]];

/** The documented body, with a matcher where every run has a value of its own. */
function expected(body: unknown, unstable: readonly string[], pointer = ""): string {
  if (unstable.includes(pointer)) return "expect.stringMatching(/./)";
  if (typeof body !== "object" || body === null || Array.isArray(body)) return literal(body);
  const members = Object.entries(body).map(
    ([key, value]) => `${literal(key)}: ${expected(value, unstable, `${pointer}/${key}`)}`,
  );
  return `{ ${members.join(", ")} }`;
}

function answerTest(name: string, environment: string | undefined, example: Example): string {
  const { answer, operation, given } = example;
  if (!answer) return "";
  return `test(${title("answer", example)}, async () => {
  const { fetch } = answering(${answer.httpStatus}, ${literal(answer.body)});
  const outcome = await ${name}(${options(environment, example)}).${operation}(${literal(given)});
  expect(outcome).toMatchObject(${literal(answer.expect)});
});
`;
}

/** A page without examples still has a client, and it knows what it cannot do. */
const emptyTest = ({
  name,
}: Provider) => `test("options are checked before anything is sent", () => {
  expect(answering(200, {}).requests).toEqual([]);
  // @ts-expect-error credentials are missing
  expect(() => ${name}({ environment: "live" })).toThrow("credentials");
});
`;
