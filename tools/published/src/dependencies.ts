import type { Check } from "./finding.ts";
import type { InstalledPackage } from "./project.ts";

/** Whoever installs a provider gets core, and with it openapi-fetch; with `refunds`, packages from here. Nothing else. */
export const checkDependencies: Check = ({ packages }) => {
  const allowed = ({ name, provider }: InstalledPackage): string[] | undefined => {
    if (provider) return ["@refunds/core"];
    if (name === "@refunds/core") return ["openapi-fetch"];
    return name === "refunds" ? packages.map((own) => own.name) : undefined;
  };
  return packages.map((each) => {
    const { dependencies, peerDependencies, optionalDependencies } = each.manifest;
    const all = { ...dependencies, ...peerDependencies, ...optionalDependencies };
    const names = Object.keys(all);
    const may = allowed(each);
    return {
      package: each.name,
      column: "dependencies",
      cell: String(names.length),
      problems: [
        ...names
          .filter((name) => may && !may.includes(name))
          .map((name) => `depends on ${name}; it may depend on ${may?.join(", ")} only`),
        ...names
          .filter((name) => /^(workspace|catalog|file|link):/.test(all[name] ?? ""))
          .map((name) => `depends on ${name} ${all[name]}, which nobody else can install`),
      ],
    };
  });
};
