/** The server tells live from test, or the form of a credential does. */
import type { OpenApi } from "../openapi/document.ts";
import type { SpecFile } from "../read.ts";

export function checkEnvironments(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  checkPatterns(spec, root);
  const { servers, "x-credentials": sets } = root;
  const [first, second] = servers.map(({ url }) => url.replace(/\/+$/, ""));
  if (second === undefined || first !== second) return;
  sets.forEach((set, index) => {
    if (Object.values(set).some(({ environments }) => environments)) return;
    spec.report(
      ["x-credentials", index],
      "both servers have one URL, and nothing here tells a live credential from one for tests",
      "add environments: { live: <pattern>, test: <pattern> } to a credential, or keep one server",
    );
  });
}

function checkPatterns(spec: SpecFile, root: OpenApi): void {
  const served = root.servers.map((server) => server["x-environment"]);
  root["x-credentials"].forEach((set, index) => {
    for (const [name, { environments, schema }] of Object.entries(set)) {
      const at = ["x-credentials", index, name, "environments"];
      const patterns = Object.entries(environments ?? {}) as ["live" | "test", string][];
      for (const [environment, pattern] of patterns) {
        if (!served.includes(environment)) {
          spec.report(
            [...at, environment],
            `there is no ${environment} server`,
            "remove it",
            "key",
          );
        }
        if (!isPattern(pattern)) {
          spec.report(
            [...at, environment],
            `"${pattern}" is not a regular expression`,
            "correct it",
          );
          return;
        }
      }
      if (environments?.live !== undefined && environments.live === environments.test) {
        spec.report(
          at,
          "both patterns are the same, so they tell nothing apart",
          "correct one",
          "key",
        );
      }
      if (environments && schema.format === "rsa-private-key") {
        spec.report(at, "a private key does not show its environment", "remove it", "key");
        continue;
      }
      checkSample(spec, root, name, environments);
    }
  });
}

/** The sandbox's sample is passed to clients of its environment: test where there is one. */
function checkSample(
  spec: SpecFile,
  root: OpenApi,
  name: string,
  environments: Readonly<Partial<Record<"live" | "test", string>>> | undefined,
): void {
  const sample = root["x-sandbox"].credentials[name];
  if (!environments || sample === undefined) return;
  const own = sampleEnvironment(root);
  const fits = (environment: "live" | "test") =>
    environments[environment] === undefined
      ? undefined
      : new RegExp(environments[environment], "u").test(String(sample));
  if (fits(own) !== false && fits(own === "test" ? "live" : "test") !== true) return;
  spec.report(
    ["x-sandbox", "credentials", name],
    `"${name}" is not only a credential of ${own} by its environments`,
    `give a sample of ${own}`,
  );
}

/** The environment whose credentials the samples are. */
const sampleEnvironment = ({ servers }: OpenApi): "live" | "test" =>
  servers.some((server) => server["x-environment"] === "test") ? "test" : "live";

function isPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, "u"));
  } catch {
    return false;
  }
}
