#ifndef DATELINE_CWEB_H
#define DATELINE_CWEB_H

#include <stddef.h>

// One GET by libcurl, which libproj loads anyway. No header of libcurl is seen from outside.

typedef struct {
  const char *url;
  const char *user_agent;
  /// For the whole exchange, in milliseconds.
  long time_limit;
  /// Of the body as it is after content encodings are undone, in bytes.
  size_t size_limit;
  /// Whether addresses that are not of the public Internet may be asked.
  int allow_private;
} dateline_web_request;

typedef enum {
  dateline_web_answered = 0,
  dateline_web_no_host,
  dateline_web_private,
  dateline_web_no_connection,
  dateline_web_no_trust,
  dateline_web_timeout,
  dateline_web_too_large,
  dateline_web_failed,
} dateline_web_outcome;

typedef struct {
  void *context;
  /// A line of the header, without its end; the last block of headers counts.
  void (*header)(void *context, const char *bytes, size_t count);
  void (*body)(void *context, const char *bytes, size_t count);
} dateline_web_receiver;

typedef struct {
  dateline_web_outcome outcome;
  int status;
  /// What the library says, where it failed.
  char reason[256];
} dateline_web_answer;

/// Asks once; redirects are handed back, not followed. Only http and https, no proxy, no cookies, no credentials.
dateline_web_answer dateline_web_get(dateline_web_request request, dateline_web_receiver receiver);

/// Whether an address in text form (IPv4 or IPv6) is none of the public Internet: private, loopback, link-local, shared, multicast,
/// documentation, reserved, or an IPv4 address of that kind inside an IPv6 one.
int dateline_web_is_private(const char *address);

#endif
