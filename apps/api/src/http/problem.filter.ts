import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  HttpStatus,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dialectOf } from '../compat/dialects.js';
import { problemDetails, toDomainError } from './problems.js';

const RETRY_AFTER_SECONDS = 2;

/** Turns every error into problem details; a stack goes to the log, never to the caller. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (isHealthReport(error)) {
      void reply.status(error.getStatus()).send(error.getResponse());
      return;
    }
    this.answer(error, request, reply);
  }

  private answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const known = toDomainError(error);
    const problem = problemDetails(known, request.id);
    if (problem.status === 500)
      this.logger.error('A request failed', (error as Error).stack ?? String(error));
    if (problem.code === 'SERVICE_UNAVAILABLE') {
      const { code, message } = error as { code?: string; message: string };
      this.logger.warn(
        `A request found the database out of reach: ${code ?? 'no code'}, ${message}`,
      );
    }
    const pause = known.retryAfter ?? (problem.status === 503 ? RETRY_AFTER_SECONDS : undefined);
    if (pause !== undefined) void reply.header('retry-after', pause);
    void reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store' });
    const inDialect = dialectOf(request)?.error?.(known);
    if (inDialect !== undefined) {
      const { status, headers = {}, type, body } = inDialect;
      void reply.status(status).headers(headers).type(type).send(body);
      return;
    }
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer realm="moderato"');
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }
}

/** Terminus throws its report when something is down; it is an answer of its own form. */
function isHealthReport(error: unknown): error is HttpException {
  if (
    !(error instanceof HttpException) ||
    error.getStatus() !== HttpStatus.SERVICE_UNAVAILABLE.valueOf()
  )
    return false;
  const body = error.getResponse();
  return typeof body === 'object' && 'details' in body;
}
