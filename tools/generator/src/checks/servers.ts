/** Where requests go: one https server for each environment, whose host an option can fill in part, and never widen. */

import { generalOptions } from "@refunds/core/provider";
import { type At, suggest } from "@refunds/spec-reader";
import type { OpenApi } from "../openapi/document.ts";
import type { RawServer } from "../openapi/raw-access.ts";
import { choicesOf, serverLists } from "../openapi/servers.ts";
import type { SpecFile } from "../read.ts";

const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

export function checkServers(spec: SpecFile): void {
  const root = spec.root as OpenApi;
  const environments = root.servers.map((server) => server["x-environment"]);
  for (const { servers, at } of serverLists(root)) {
    const own = servers.map((server) => server["x-environment"]);
    servers.forEach((server, index) => {
      const environment = server["x-environment"];
      if (own.indexOf(environment) < index)
        spec.report([...at, index], `there is a second ${environment} server`, "keep one");
      if (!server.url.startsWith("https://")) {
        const what = `"${server.url}" is not https`;
        spec.report([...at, index, "url"], what, "money is not sent in the clear");
      }
      checkVariables(spec, root, server, [...at, index]);
    });
    const missing = environments.find((environment) => !own.includes(environment));
    const more = own.find((environment) => !environments.includes(environment));
    if (missing ?? more) {
      const what = missing
        ? `there is no ${missing} server of the token call`
        : `the provider has no ${more} server`;
      spec.report(at, what, "give both the same environments", "key");
    }
  }
  checkChoices(spec, root);
}

function checkVariables(spec: SpecFile, root: OpenApi, server: RawServer, at: At): void {
  const { url, variables = {} } = server;
  const host = url.split("/")[2] ?? "";
  const names = [...url.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  for (const name of names) {
    if (name in variables && host.includes(`{${name}}`)) continue;
    const [what, advice] =
      name in variables
        ? [`{${name}} is not in the host`, "send it as a path parameter"]
        : [`{${name}} is not among variables`, suggest(name, Object.keys(variables))];
    spec.report([...at, "url"], what, advice);
  }
  if (names.length > 0 && !/^[^.]*(\.[^.]+){2,}$/.test(host.replace(/^.*\}/, ""))) {
    spec.report(
      [...at, "url"],
      "a variable could name any host",
      "after the last one, the host needs two fixed parts, such as {shop}.example.com",
    );
  }
  for (const [name, variable] of Object.entries(variables)) {
    const variableAt = [...at, "variables", name];
    const { "x-setting": setting, enum: values, default: standard } = variable;
    if (!names.includes(name))
      spec.report(variableAt, `{${name}} is not in the URL`, "remove it", "key");
    if ((setting === undefined) === (values === undefined)) {
      const advice =
        "write x-setting: <name> for a part that each account has, or an enum to choose from";
      spec.report(variableAt, `"${name}" needs one of x-setting and enum`, advice, "key");
    } else if (setting !== undefined) {
      checkSetting(spec, root, setting, [...variableAt, "x-setting"]);
    } else if (values) {
      const wrong = values.find((value) => !label.test(value));
      if (wrong !== undefined) {
        const what = `"${wrong}" is not one part of a host name`;
        spec.report([...variableAt, "enum"], what, "use letters, digits and hyphens");
      }
      if (!values.includes(standard)) {
        spec.report(
          [...variableAt, "default"],
          `"${standard}" is not in the enum`,
          suggest(standard, values),
        );
      }
    }
  }
}

function checkSetting(spec: SpecFile, root: OpenApi, name: string, at: At): void {
  const settings = root["x-settings"] ?? {};
  const setting = settings[name];
  const sample = root["x-sandbox"].settings?.[name];
  if (!setting)
    spec.report(at, `"${name}" is not among x-settings`, suggest(name, Object.keys(settings)));
  else if (setting.schema.type !== "string")
    spec.report(
      at,
      `"${name}" is a part of a host name, and not of type string`,
      "correct its schema",
    );
  if (sample !== undefined && !label.test(String(sample))) {
    const what = `the sample of "${name}" is not one part of a host name`;
    spec.report(["x-sandbox", "settings", name], what, "use letters, digits and hyphens");
  }
}

/** A variable with an enum is an option. */
function checkChoices(spec: SpecFile, root: OpenApi): void {
  const taken = [
    ...generalOptions,
    ...root["x-credentials"].flatMap((set) => Object.keys(set)),
    ...Object.keys(root["x-settings"] ?? {}),
  ];
  const choices = choicesOf(root);
  for (const { name, at } of choices.filter((choice) => taken.includes(choice.name))) {
    spec.report(
      at,
      `"${name}" is the name of another option`,
      "give the variable another name",
      "key",
    );
  }
  for (const { servers, at } of serverLists(root)) {
    servers.forEach(({ variables = {} }, index) => {
      for (const [name, variable] of Object.entries(variables)) {
        const choice = choices.find((each) => each.name === name);
        const { enum: values, default: standard } = variable;
        if (!choice || !values) continue;
        const same =
          choice.schema.default === standard && values.join() === (choice.schema.enum ?? []).join();
        if (!same) {
          const what = `"${name}" has other values than in another server`;
          spec.report(
            [...at, index, "variables", name],
            what,
            "give them the same, or two names",
            "key",
          );
        }
      }
    });
  }
}
