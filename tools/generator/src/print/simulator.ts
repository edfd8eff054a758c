/** `packages/sandbox/src/generated/`: what the simulators run on. */
import type { Provider } from "../model.ts";
import { header, literal } from "./text.ts";

export const printSimulator = ({ spec, name, simulator }: Provider): string => `${header(spec)}
import type { SimulatorTable } from "../simulator-table.ts";

export const ${name}: SimulatorTable = ${literal(simulator)};
`;

export const printSimulators = (providers: readonly Provider[]): string => `${header("specs/")}
import type { SimulatorTable } from "../simulator-table.ts";
${providers.map(({ name }) => `import { ${name} } from "./${name}.ts";`).join("\n")}

export const simulators: readonly SimulatorTable[] = [${providers.map(({ name }) => name).join(", ")}];
`;
