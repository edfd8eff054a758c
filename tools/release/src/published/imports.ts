import { run } from "./command.ts";
import type { Check } from "./finding.ts";

/** Checks that Node can import every entry point, and that the facade exports the same factory as a provider's package. */
export const checkImports: Check = (project) =>
  Promise.all(
    project.packages.map(async ({ name, entryPoints, provider }, at) => {
      const lines = entryPoints.map(
        (entryPoint) =>
          `if (!Object.keys(await import("${entryPoint}")).length) throw new Error("${entryPoint} exports nothing");`,
      );
      if (provider) {
        const { word } = provider;
        lines.push(
          `import { ${word} } from "${name}";`,
          `import { providers, ${word} as own } from "refunds";`,
          `if (own !== ${word} || providers.${word} !== ${word}) throw new Error("refunds exports another ${word}");`,
        );
      }
      const file = project.write(`imports-${at}.mjs`, lines.join("\n"));
      const { ok, output } = await run([process.execPath, file], project.folder);
      const problems = ok ? [] : [`importing ${entryPoints.join(", ")} fails: ${output}`];
      return { package: name, column: "imports", cell: "ok", problems };
    }),
  );
