import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { objectOf, ProblemsFound, readSpec } from "@refunds/spec-reader";
import type { Watched } from "./watch.ts";

/**
 * One provider for each spec, with the OpenAPI file or the page that the spec names.
 *
 * @throws {ProblemsFound} for a spec that cannot be read, or that names no page
 */
export const providersIn = (root: string): Watched[] =>
  readdirSync(join(root, "specs"))
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const spec = readSpec(`specs/${file}`, readFileSync(join(root, "specs", file), "utf8"));
      const {
        title,
        documentation,
        openapi: address = documentation,
      } = objectOf(spec.root["x-provider"]);
      if (typeof title !== "string" || typeof address !== "string") {
        const advice = "add x-provider.title and x-provider.documentation";
        throw new ProblemsFound([
          spec.problem(["x-provider"], "the provider's page is not named", advice),
        ]);
      }
      return { name: file.replace(/\.yaml$/, ""), title, address };
    });
