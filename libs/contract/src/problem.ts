/** One broken rule of a request. */
export interface FieldProblem {
  /** Where, as a path into the body (`author.email`), or the name of a header or query parameter. */
  field: string;
  /** The rule that was broken, as in `maxLength`. */
  rule: string;
  message: string;
}

/** Problem details for HTTP APIs, RFC 9457; served as `application/problem+json`. */
export interface ProblemDetails {
  /** A URI reference that names the kind of problem. */
  type: string;
  title: string;
  /** The HTTP status. */
  status: number;
  /** One sentence about this occurrence. */
  detail: string;
  /** The request's id, as in the logs. */
  instance: string;
  /** A stable code for programs, as in `COMMENT_NOT_FOUND`. */
  code: string;
  errors?: FieldProblem[];
}
