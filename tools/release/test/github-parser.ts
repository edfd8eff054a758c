/** GitHub's own parser of workflows and actions. */
import { registerHooks } from "node:module";

// It imports its schemas without saying that they are JSON, which bundlers take and Node does not.
registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context);
    return specifier.endsWith(".json")
      ? { ...resolved, importAttributes: { type: "json" } }
      : resolved;
  },
});
const parser = await import("@actions/workflow-parser");
const { parseAction } = await import("@actions/workflow-parser/actions/action-parser");

/** What GitHub has against a workflow. */
export async function workflowRefusals(content: string): Promise<string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = parser;
  const file = { name: "it.yml", content };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** What GitHub has against an action's `action.yml`. */
export function actionRefusals(content: string): string[] {
  const { context } = parseAction({ name: "it.yml", content }, new parser.NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}
