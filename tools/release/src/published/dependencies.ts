import type { Check } from "./finding.ts";
import type { InstalledPackage } from "./project.ts";

/** What WebCrypto lacks: MD5, for the providers whose signatures need it. */
const forMd5 = "@noble/hashes";

/** Checks that a provider depends only on core and perhaps on MD5, core only on openapi-fetch, and `refunds` only on packages of this repo. */
export const checkDependencies: Check = ({ packages }) => {
  const allowed = ({ name, provider }: InstalledPackage): string[] | undefined => {
    if (provider) return ["@refunds/core", forMd5];
    if (name === "@refunds/core") return ["openapi-fetch"];
    return name === "refunds" ? packages.map((own) => own.name) : undefined;
  };
  return packages.map((each) => {
    const { dependencies, peerDependencies, optionalDependencies } = each.manifest;
    const all = { ...dependencies, ...peerDependencies, ...optionalDependencies };
    const names = Object.keys(all);
    const allowedNames = allowed(each);
    return {
      package: each.name,
      column: "dependencies",
      cell: String(names.length),
      problems: [
        ...names
          .filter((name) => allowedNames && !allowedNames.includes(name))
          .map((name) => `depends on ${name}; only ${allowedNames?.join(", ")} are allowed`),
        ...names
          .filter((name) => /^(workspace|catalog|file|link):/.test(all[name] ?? ""))
          .map((name) => `depends on ${name} ${all[name]}, which users cannot install`),
      ],
    };
  });
};
