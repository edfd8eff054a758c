/** Specs in, files out. Pure but for the formatter's temporary folder: nothing of the project is read or written here. */
import { ProblemsFound } from "@refunds/spec-reader";
import { checkSpec } from "./checks/index.ts";
import { format } from "./format.ts";
import type { Provider } from "./model.ts";
import { providerOf } from "./openapi/provider.ts";
import { printAggregate, printLoaders } from "./print/aggregate.ts";
import { printEntryPoint } from "./print/entry-point.ts";
import { printExamples } from "./print/examples.ts";
import { featuresOf, printFeatures } from "./print/features.ts";
import { printFetchEntryPoint } from "./print/fetch-entry-point.ts";
import { heldAgainstSource } from "./print/held-against.ts";
import { printAggregateManifest, printConfiguration, printManifest } from "./print/manifest.ts";
import { needsMd5, printMd5 } from "./print/md5.ts";
import { printNotifications } from "./print/notifications.ts";
import { printProviderFacts } from "./print/provider-facts.ts";
import { pathOfPage, printProviderPage } from "./print/provider-page.ts";
import { printProvidersPage } from "./print/providers-page.ts";
import { printReadme } from "./print/readme.ts";
import { printRootReadme } from "./print/root-readme.ts";
import { printSchemaTypes } from "./print/schema-types.ts";
import { printSimulator, printSimulators } from "./print/simulator.ts";
import { printTable } from "./print/table.ts";
import { readSpec } from "./read.ts";

export interface Input {
  /** Path -> text of every spec. */
  readonly specs: ReadonlyMap<string, string>;
  /** Path -> text of what the output builds on: manifests (for their version), docs/readme.md and the samples it names, comparisons with SDKs. */
  readonly existing: ReadonlyMap<string, string>;
  /** Print only these providers' own files, and what all of them share; none: everything. */
  readonly only?: readonly string[];
  /** Called with what is being worked on. */
  readonly progress?: (message: string) => void;
}

/** Path -> text of everything generated. @throws {ProblemsFound} with every problem of every spec. */
export async function generate({
  specs,
  existing,
  only = [],
  progress,
}: Input): Promise<Map<string, string>> {
  const files = [...specs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => readSpec(file, text));
  for (const file of files) {
    progress?.(`checking ${file.file}`);
    await checkSpec(file);
  }
  const problems = files.flatMap((file) => file.problems());
  if (problems.length > 0) throw new ProblemsFound(problems, "nothing was written");

  const providers = files.map(providerOf);
  const output = new Map<string, string>();
  const wanted = ({ name }: Provider) => only.length === 0 || only.includes(name);
  for (const provider of providers.filter(wanted)) {
    progress?.(`printing packages/${provider.name}`);
    for (const [path, text] of packageOf(provider, existing)) output.set(path, text);
    output.set(`packages/sandbox/src/generated/${provider.name}.ts`, printSimulator(provider));
    output.set(pathOfPage(provider), printProviderPage(provider, existing.get(heldAgainstSource)));
  }
  output.set("packages/sandbox/src/generated/simulators.ts", printSimulators(providers));
  output.set("packages/refunds/src/generated/providers.ts", printAggregate(providers));
  output.set("packages/refunds/src/generated/loaders.ts", printLoaders(providers));
  output.set("packages/cli/src/generated/providers.ts", printProviderFacts(providers));
  const manifest = "packages/refunds/package.json";
  output.set(manifest, printAggregateManifest(providers, existing.get(manifest)));
  output.set("docs/providers.md", printProvidersPage(providers));
  const readme = printRootReadme(providers, existing);
  if (readme !== undefined) output.set("README.md", readme);
  progress?.("formatting");
  return format(new Map([...output].sort(([a], [b]) => (a < b ? -1 : 1))));
}

function packageOf(provider: Provider, existing: Input["existing"]): [string, string][] {
  const folder = `packages/${provider.name}`;
  const manifest = `${folder}/package.json`;
  return [
    [`${folder}/src/schema.ts`, printSchemaTypes(provider)],
    [`${folder}/src/table.ts`, printTable(provider)],
    [`${folder}/src/index.ts`, printEntryPoint(provider)],
    [`${folder}/src/fetch.ts`, printFetchEntryPoint(provider)],
    ...(featuresOf(provider).length > 0
      ? [[`${folder}/src/features.ts`, printFeatures(provider)] as [string, string]]
      : []),
    ...(needsMd5(provider)
      ? [[`${folder}/src/md5.ts`, printMd5(provider)] as [string, string]]
      : []),
    ...(provider.notification
      ? [[`${folder}/src/notifications.ts`, printNotifications(provider)] as [string, string]]
      : []),
    [`${folder}/test/examples.test.ts`, printExamples(provider)],
    [`${folder}/README.md`, printReadme(provider)],
    [manifest, printManifest(provider, existing.get(manifest))],
    ...[...printConfiguration(provider)].map(([path, text]): [string, string] => [
      `${folder}/${path}`,
      text,
    ]),
  ];
}
