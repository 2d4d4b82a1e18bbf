#include "CWeb.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int starts_with(uint32_t address, uint32_t prefix, int bits) {
  return (address ^ prefix) >> (32 - bits) == 0;
}

// IANA's registry of special-purpose addresses (RFC 6890 and its updates), and multicast.
static int is_private_4(uint32_t address) {
  static const struct {
    uint32_t prefix;
    int bits;
  } ranges[] = {
      {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
      {0xAC100000, 12}, {0xC0000000, 24}, {0xC0000200, 24}, {0xC0586300, 24}, {0xC0A80000, 16},
      {0xC6120000, 15}, {0xC6336400, 24}, {0xCB007100, 24}, {0xE0000000, 4},  {0xF0000000, 4},
  };
  for (size_t index = 0; index < sizeof ranges / sizeof *ranges; index++) {
    if (starts_with(address, ranges[index].prefix, ranges[index].bits)) return 1;
  }
  return 0;
}

static uint32_t word(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static int is_private_6(const uint8_t *bytes) {
  static const uint8_t zeros[12] = {0};
  static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static const uint8_t translated[12] = {0, 0x64, 0xFF, 0x9B};
  if (memcmp(bytes, mapped, 12) == 0 || memcmp(bytes, translated, 12) == 0) return is_private_4(word(bytes + 12));
  if (memcmp(bytes, zeros, 12) == 0) return 1;
  if (word(bytes) >> 16 == 0x2002) return is_private_4(word(bytes + 2));  // 6to4
  if (word(bytes) == 0x20010000 || word(bytes) == 0x20010DB8) return 1;   // Teredo, documentation
  return (bytes[0] & 0xE0) != 0x20;  // only 2000::/3 is given out as global unicast
}

static int is_private(const struct sockaddr *address) {
  if (address->sa_family == AF_INET) {
    return is_private_4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
  }
  if (address->sa_family == AF_INET6) {
    return is_private_6(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr);
  }
  return 1;
}

int dateline_web_is_private(const char *address) {
  struct in_addr four;
  struct in6_addr six;
  if (inet_pton(AF_INET, address, &four) == 1) return is_private_4(ntohl(four.s_addr));
  if (inet_pton(AF_INET6, address, &six) == 1) return is_private_6(six.s6_addr);
  return 1;
}

typedef struct {
  const dateline_web_request *request;
  dateline_web_receiver receiver;
  size_t received;
  int is_refused;
  int is_too_large;
} exchange;

// Asked with the very address that is about to be connected to, so no second look-up of the name can slip another one in.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  exchange *state = context;
  if (!state->request->allow_private && is_private(&address->addr)) {
    state->is_refused = 1;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype, address->protocol);
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  exchange *state = context;
  size_t length = size * count;
  size_t shown = length;
  while (shown > 0 && (bytes[shown - 1] == '\n' || bytes[shown - 1] == '\r')) shown--;
  state->receiver.header(state->receiver.context, bytes, shown);
  return length;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  exchange *state = context;
  size_t length = size * count;
  if (length > state->request->size_limit - state->received) {
    state->is_too_large = 1;
    return 0;
  }
  state->received += length;
  state->receiver.body(state->receiver.context, bytes, length);
  return length;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void start_library(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

static dateline_web_outcome outcome_of(CURLcode code, const exchange *state) {
  if (state->is_too_large) return dateline_web_too_large;
  switch (code) {
    case CURLE_OK: return dateline_web_answered;
    case CURLE_COULDNT_RESOLVE_HOST: return dateline_web_no_host;
    case CURLE_OPERATION_TIMEDOUT: return dateline_web_timeout;
    case CURLE_FILESIZE_EXCEEDED: return dateline_web_too_large;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE: return dateline_web_no_trust;
    case CURLE_COULDNT_CONNECT: return state->is_refused ? dateline_web_private : dateline_web_no_connection;
    default: return dateline_web_failed;
  }
}

dateline_web_answer dateline_web_get(dateline_web_request request, dateline_web_receiver receiver) {
  dateline_web_answer answer = {.outcome = dateline_web_failed};
  pthread_once(&once, start_library);
  CURL *handle = curl_easy_init();
  if (handle == NULL) return answer;
  exchange state = {.request = &request, .receiver = receiver};
  char reason[CURL_ERROR_SIZE] = {0};
  curl_easy_setopt(handle, CURLOPT_URL, request.url);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, request.user_agent);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, request.time_limit);
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request.size_limit);
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, reason);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &state);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &state);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &state);
  struct curl_slist *headers =
      curl_slist_append(NULL, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  CURLcode code = curl_easy_perform(handle);
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  answer.status = (int)status;
  answer.outcome = outcome_of(code, &state);
  if (code != CURLE_OK) {
    const char *told = reason[0] != 0 ? reason : curl_easy_strerror(code);
    strncpy(answer.reason, told, sizeof answer.reason - 1);
  }
  curl_slist_free_all(headers);
  curl_easy_cleanup(handle);
  return answer;
}
