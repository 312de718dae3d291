import { implement, ORPCError } from '@orpc/server';
import { AppError, errorTable } from '../../contract/errors.ts';
import { contract } from '../../contract/rpc/contract.ts';
import type { ShownError } from '../../contract/rpc/job-procedures.ts';
import { shownError } from '../shown-error.ts';

/**
 * The contract, to be answered: `ask.cases.get.handler(({ input }) => …)`. Whatever a handler throws reaches the window
 * as its code and its text; of an error that was not foreseen it learns nothing but that.
 */
export const ask = implement(contract).use(async ({ next }) => {
  try {
    return await next();
  } catch (cause) {
    throw refusalOf(cause);
  }
});

/** An error on its way to the window. `data` is what is shown. */
function refusalOf(cause: unknown): ORPCError<string, ShownError> {
  // An input that does not fit the contract: the window is older or newer than the program.
  const isMisfit = cause instanceof ORPCError && cause.code === 'BAD_REQUEST';
  const data = shownError(isMisfit ? new AppError('USAGE', {}, { cause }) : cause);
  return new ORPCError(data.code, { status: errorTable[data.code].http, message: data.code, data, cause });
}

/** What a stream gives, its errors told like those of a single answer. */
export async function* told<Value>(stream: AsyncIterable<Value>): AsyncGenerator<Value, void, void> {
  try {
    yield* stream;
  } catch (cause) {
    throw refusalOf(cause);
  }
}
