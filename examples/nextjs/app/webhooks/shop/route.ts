import { refunds } from "../../refunds.ts";

export async function POST(request: Request): Promise<Response> {
  const { response, problem } = await refunds.notification("shop", request);
  if (problem) console.warn(problem);
  return response;
}
