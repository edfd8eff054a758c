import { run } from "./command.ts";
import type { Check } from "./finding.ts";

/** Every door opens in plain Node, and a provider's has its factory, the same one that the facade hands on. */
export const checkImports: Check = (project) =>
  Promise.all(
    project.packages.map(async ({ name, entryPoints, provider }, at) => {
      const lines = entryPoints.map(
        (door) =>
          `if (!Object.keys(await import("${door}")).length) throw new Error("${door} exports nothing");`,
      );
      if (provider) {
        const { word } = provider;
        lines.push(
          `import { ${word} } from "${name}";`,
          `import { providers, ${word} as own } from "refunds";`,
          `if (own !== ${word} || providers.${word} !== ${word}) throw new Error("refunds has another ${word}");`,
        );
      }
      const file = project.write(`entryPoints-${at}.mjs`, lines.join("\n"));
      const { ok, output } = await run([process.execPath, file], project.folder);
      const problems = ok ? [] : [`importing ${entryPoints.join(", ")} fails: ${output}`];
      return { package: name, column: "imports", cell: "ok", problems };
    }),
  );
