/** A Next.js app that refunds in route handlers, without any options for caches. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listPackages, tarballOf } from "../published/packages.ts";

export interface NextVersion {
  readonly next: string;
  readonly react: string;
}

export interface AppSettings {
  /** The provider's one-word name. */
  readonly provider: string;
  readonly baseUrl: string;
  readonly credentials: object;
  /** The request of each refund and of each query. */
  readonly refund: object;
  readonly query: object;
  /** The request of each refund in the edge runtime. */
  readonly edge: object;
}

export function writeApp(folder: string, root: string, version: NextVersion, app: AppSettings) {
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const tarballs = listPackages(root)
    .filter(({ word }) => word === "core" || word === app.provider)
    .map(({ name, folder }) => [name, `file:${tarballOf(folder)}`]);
  const { next, react } = version;
  const dependencies = { ...Object.fromEntries(tarballs), next, react, "react-dom": react };
  write("package.json", JSON.stringify({ private: true, dependencies }));
  write("next.config.mjs", "export default {};\n");
  write(
    "app/layout.js",
    "export default ({ children }) => <html><body>{children}</body></html>;\n",
  );
  write("app/page.js", "export default () => <p>Refunds</p>;\n");
  write(
    "client.js",
    `import { ${app.provider} as open } from "@refunds/${app.provider}";
export const client = open(${JSON.stringify({ baseUrl: app.baseUrl, ...app.credentials })});
`,
  );
  // Next 14 renders each page at its first request, and caches the answers to `fetch` in it, even to a POST.
  const route = (call: string, runtime: string) => `import { client } from "../../../../client.js";
export const runtime = ${JSON.stringify(runtime)};
export async function GET() {
  return Response.json(await client.${call});
}
`;
  write("app/api/refund/[n]/route.js", route(`refund(${JSON.stringify(app.refund)})`, "nodejs"));
  write("app/api/query/[n]/route.js", route(`query(${JSON.stringify(app.query)})`, "nodejs"));
  write("app/api/edge/[n]/route.js", route(`refund(${JSON.stringify(app.edge)})`, "edge"));
}
