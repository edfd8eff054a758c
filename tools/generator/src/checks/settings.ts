/** Settings and optional credentials: declared once, used, and only where they may be left out. */

import { generalOptions } from "@refunds/core/provider";
import { suggest } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import { check } from "../openapi/json-schema.ts";
import { notificationOf } from "../openapi/notification.ts";
import {
  credentialNames,
  lookUpPlace,
  operationsOf,
  securityOf,
  sourceOf,
} from "../openapi/operations.ts";
import { compile } from "../openapi/schemas.ts";
import { serverLists, settingOf } from "../openapi/servers.ts";
import { settingsOf } from "../openapi/settings.ts";
import { namedParts } from "../openapi/signing.ts";
import type { SpecFile } from "../read.ts";

export function checkSettings(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  checkNames(spec, root);
  checkSent(spec, root);
  checkOptional(spec, root);
  checkSamples(spec, root);
}

function checkNames(spec: SpecFile, root: OpenApi): void {
  const credentials = root["x-credentials"].flatMap((set) => Object.keys(set));
  for (const name of Object.keys(root["x-settings"] ?? {})) {
    const at = ["x-settings", name];
    if (credentials.includes(name)) {
      spec.report(at, `"${name}" is a credential, too`, "an option has one meaning", "key");
    }
    if (generalOptions.includes(name)) {
      spec.report(at, `"${name}" is an option of every client`, "give it another name", "key");
    }
  }
}

function checkSent(spec: SpecFile, root: OpenApi): void {
  const declared = Object.keys(root["x-settings"] ?? {});
  const used = new Set(
    serverLists(root).flatMap(({ servers }) =>
      servers.flatMap(({ variables = {} }) =>
        Object.entries(variables).map(([name, variable]) => settingOf(name, variable)),
      ),
    ),
  );
  const notification = notificationOf(root);
  const sources = [
    ...operationsOf(root).flatMap(({ vocabulary: { send, sign }, wordsAt }) => [
      ...Object.keys(send).map((name) => ({ name, at: [...wordsAt, "send", name] })),
      ...namedParts(sign).map(({ name, at }) => ({ name, at: [...wordsAt, "sign", ...at] })),
    ]),
    ...namedParts(notification?.words.verify).map(({ name, at }) => ({
      name,
      at: [...(notification?.wordsAt ?? []), "verify", ...at],
    })),
  ];
  for (const { name: source, at } of sources) {
    if (!source.startsWith("settings.")) continue;
    const name = source.slice("settings.".length);
    used.add(name);
    if (declared.includes(name)) continue;
    const on = at.includes("send") ? "key" : "value";
    spec.report(at, `"${name}" is not among x-settings`, suggest(name, declared), on);
  }
  for (const name of declared.filter((each) => !used.has(each))) {
    spec.report(
      ["x-settings", name],
      `nothing uses the setting "${name}"`,
      `send settings.${name}, or remove it`,
      "key",
    );
  }
}

/** What may be left out stands in every alternative, goes where it may be missing, and nothing is made of it. */
function checkOptional(spec: SpecFile, root: OpenApi): void {
  const sets = root["x-credentials"];
  sets.forEach((set, index) => {
    for (const [name, { optional }] of Object.entries(set)) {
      if (!optional || sets.every((other) => other[name]?.optional)) continue;
      spec.report(
        ["x-credentials", index, name],
        `"${name}" is optional here, and not in every alternative`,
        "write the same in each, or require it",
        "key",
      );
    }
    if (Object.values(set).every(({ optional }) => optional)) {
      spec.report(["x-credentials", index], "every credential is optional", "require one");
    }
  });
  const optional = settingsOf(root)
    .filter((setting) => setting.optional)
    .map(({ name }) => name);
  for (const operation of operationsOf(root)) {
    const { send, sign } = operation.vocabulary;
    for (const [source, place] of Object.entries(send)) {
      const name = source.replace(/^(credentials|settings)\./, "");
      if (name === source || !optional.includes(name)) continue;
      if (!lookUpPlace(root, operation, place).fields.some(({ required }) => required)) continue;
      spec.report(
        [...operation.wordsAt, "send", source],
        `"${source}" may be left out, and ${place} is required`,
        "require it, or make the place optional",
        "key",
      );
    }
    const signing = [...namedParts(sign), { name: sign?.key ?? "", at: ["key"] }];
    for (const { name, at } of signing) {
      if (!optional.includes(name.replace(/^(credentials|settings)\./, ""))) continue;
      spec.report(
        [...operation.wordsAt, "sign", ...at],
        "what signs or is signed cannot be left out",
        "require it",
      );
    }
    for (const { scheme, at } of securityOf(root, operation)) {
      const left = credentialNames(sourceOf(scheme)).find((name) => optional.includes(name));
      if (typeof scheme["x-credential"] === "string" || left === undefined) continue;
      spec.report(
        [...at, "x-credential"],
        `"${left}" may be left out, and HTTP Basic needs it`,
        "require it",
      );
    }
  }
}

function checkSamples(spec: SpecFile, root: OpenApi): void {
  const samples = root["x-sandbox"].settings ?? {};
  const settings = root["x-settings"] ?? {};
  for (const name of Object.keys(samples).filter((each) => !(each in settings))) {
    spec.report(
      ["x-sandbox", "settings", name],
      `"${name}" is not among x-settings`,
      suggest(name, Object.keys(settings)),
      "key",
    );
  }
  for (const [name, { schema }] of Object.entries(settings)) {
    if (!(name in samples)) {
      spec.report(
        ["x-sandbox"],
        `the setting "${name}" has no sample value`,
        "add it to x-sandbox.settings",
        "key",
      );
      continue;
    }
    const compiled = compile(
      root,
      { value: schema, at: ["x-settings", name, "schema"] },
      "request",
    );
    const problem = check(compiled, samples[name], "");
    if (problem) {
      spec.report(
        ["x-sandbox", "settings", name],
        `the sample of "${name}" ${problem.message}`,
        "correct one of them",
      );
    }
  }
}
