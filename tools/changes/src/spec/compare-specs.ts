/** The first witness: what changed in a provider's spec, from the caller's side. */
import { type At, listOf, objectOf } from "@refunds/spec-reader";
import type { Finding } from "../finding.ts";
import { type RuleName, rules } from "../rules.ts";
import { compareCredentials } from "./compare-credentials.ts";
import { compareErrors } from "./compare-errors.ts";
import { compareOperation, type Operation } from "./compare-operation.ts";
import { child, children, members, readDocument, type SpecDocument } from "./document.ts";
import { compareOthers, isSilent, type Specs, same } from "./report.ts";

const knownKeys = new Set(
  "openapi info x-provider servers security x-credentials paths components x-errors x-sandbox".split(
    " ",
  ),
);

/** @throws {ProblemsFound} if one of them is not YAML */
export function compareSpecs(file: string, pastText: string, nowText: string): Finding[] {
  const findings: Finding[] = [];
  const past = readDocument(file, pastText);
  const now = readDocument(file, nowText);
  const report = (rule: RuleName, text: string, at: At = []) => {
    const known = findings.some((finding) => finding.text === text);
    const finding = { witness: "spec", rule, ...rules[rule], text, where: now.where(at) } as const;
    if (!known) findings.push(finding);
  };
  const specs: Specs = { past, now, report };
  compareServers(specs);
  compareCredentials(specs);
  compareOperations(specs);
  compareErrors(specs);
  if (!same(securityOf(past), securityOf(now))) {
    report("client_carries", "How requests are authenticated changed.", ["security"]);
  }
  compareOthers(specs, past.root.value, now.root.value, knownKeys, "the spec", []);
  return findings;
}

function compareServers({ past, now, report }: Specs): void {
  const urls = (document: SpecDocument) =>
    new Map(
      children(document, document.root, "servers").map(({ value, at }) => [
        String(value["x-environment"]),
        { url: value.url, at },
      ]),
    );
  const [before, after] = [urls(past), urls(now)];
  for (const [environment, { url, at }] of after) {
    const old = before.get(environment);
    if (!old) report("environment_added", `There is an environment \`${environment}\`.`, at);
    else if (old.url !== url) {
      report("address_changed", `Requests to \`${environment}\` go to ${url}.`, at);
    }
  }
  for (const environment of before.keys()) {
    if (after.has(environment)) continue;
    const text = `There is no environment \`${environment}\` any more.`;
    report("environment_removed", text, ["servers"]);
  }
}

function compareOperations(specs: Specs): void {
  const [past, now] = [operationsOf(specs.past), operationsOf(specs.now)];
  for (const [kind, operation] of now) {
    const old = past.get(kind);
    if (old) compareOperation(specs, kind, old, operation);
    else if (kind === "token") specs.report("client_carries", "A token is obtained first.");
    else specs.report("operation_added", `\`${kind}()\` is new.`, operation.node.at);
  }
  for (const kind of past.keys()) {
    if (now.has(kind)) continue;
    if (kind === "token") specs.report("client_carries", "No token is obtained any more.");
    else specs.report("operation_removed", `\`${kind}()\` is gone.`, ["paths"]);
  }
}

const methods = ["get", "put", "post", "patch", "delete"];

function operationsOf(document: SpecDocument): Map<string, Operation> {
  const operations = members(document, document.root, "paths").flatMap(([path, item]) =>
    methods
      .filter((method) => item.value[method])
      .map((method): [string, Operation] => {
        const own = child(document, item, method);
        // Parameters of the path belong to each of its operations.
        const parameters = [...listOf(item.value.parameters), ...listOf(own.value.parameters)];
        const kind = String(own.value.operationId);
        return [
          kind,
          {
            node: { at: own.at, value: { ...own.value, parameters } },
            address: `${method.toUpperCase()} ${path}`,
            words: child(document, own, `x-${kind}`),
          },
        ];
      }),
  );
  return new Map(operations);
}

/** What authenticates a request, without where that is known from. */
function securityOf({ root }: SpecDocument): unknown {
  const { securitySchemes } = objectOf(root.value.components);
  const schemes = Object.entries(objectOf(securitySchemes)).map(([name, scheme]) => [
    name,
    Object.entries(objectOf(scheme)).filter(([word]) => !isSilent(word)),
  ]);
  return [root.value.security, schemes];
}
