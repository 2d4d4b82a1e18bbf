#include "CMarkup.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

// The names of the library whose interface the headers describe.
#if defined(__APPLE__)
#define LIBRARY "libxml2.2.dylib"
#elif LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

#define FUNCTIONS(each)                                                                                              \
  each(xmlInitParser) each(htmlNewParserCtxt) each(htmlCtxtReadMemory) each(htmlFreeParserCtxt)                     \
      each(xmlNewParserCtxt) each(xmlCtxtReadMemory) each(xmlFreeParserCtxt) each(xmlStopParser) each(xmlFreeDoc)   \
          each(htmlEntityLookup)

#define DECLARE(name) static __typeof__(name) *load_##name;
FUNCTIONS(DECLARE)

static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
#define FIND(name)                                              \
  load_##name = (__typeof__(name) *)dlsym(library, #name);      \
  if (load_##name == NULL) return;
  FUNCTIONS(FIND)
  load_xmlInitParser();
  is_loaded = 1;
}

typedef struct {
  dateline_markup_receiver receiver;
  xmlParserCtxtPtr parser;
  dateline_markup_outcome outcome;
  int depth;
  int line;
  xmlEntity entity;
  char entity_text[8];
} reading;

static void stop(reading *state, dateline_markup_outcome outcome) {
  if (state->outcome == dateline_markup_read) state->outcome = outcome;
  load_xmlStopParser(state->parser);
}

static int enter(reading *state) {
  if (state->outcome != dateline_markup_read) return 0;
  if (++state->depth <= dateline_markup_depth) return 1;
  stop(state, dateline_markup_too_deep);
  return 0;
}

static void leave(reading *state) {
  if (state->outcome != dateline_markup_read || state->depth == 0) return;
  state->depth--;
  state->receiver.end(state->receiver.context);
}

static void html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  reading *state = context;
  if (!enter(state)) return;
  int count = 0;
  while (attributes != NULL && attributes[2 * count] != NULL) count++;
  state->receiver.start(
      state->receiver.context, (const char *)name, NULL, (const char *const *)attributes, count);
}

static void html_end(void *context, const xmlChar *name) { leave(context); }

static void text(void *context, const xmlChar *bytes, int count) {
  reading *state = context;
  if (state->outcome != dateline_markup_read || count <= 0) return;
  state->receiver.text(state->receiver.context, (const char *)bytes, count);
}

#define MOST_ATTRIBUTES 32

static void xml_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int default_count, const xmlChar **attributes) {
  reading *state = context;
  if (!enter(state)) return;
  // libxml2 gives five pointers an attribute: name, prefix, namespace, begin and end of the value.
  char values[4096];
  const char *pairs[2 * MOST_ATTRIBUTES];
  int count = 0;
  size_t used = 0;
  for (int index = 0; index < attribute_count && count < MOST_ATTRIBUTES; index++) {
    const xmlChar **attribute = attributes + 5 * index;
    size_t length = (size_t)(attribute[4] - attribute[3]);
    if (length >= sizeof values - used) continue;
    memcpy(values + used, attribute[3], length);
    values[used + length] = 0;
    pairs[2 * count] = (const char *)attribute[0];
    pairs[2 * count + 1] = values + used;
    used += length + 1;
    count++;
  }
  state->receiver.start(state->receiver.context, (const char *)name, (const char *)space, pairs, count);
}

static void xml_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  leave(context);
}

static void entity_declared(
    void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
    xmlChar *content) {
  stop(context, dateline_markup_entities);
}

static int utf8(unsigned int scalar, char *bytes) {
  if (scalar < 0x80) {
    bytes[0] = (char)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    bytes[0] = (char)(0xC0 | scalar >> 6);
    bytes[1] = (char)(0x80 | (scalar & 0x3F));
    return 2;
  }
  bytes[0] = (char)(0xE0 | scalar >> 12);
  bytes[1] = (char)(0x80 | (scalar >> 6 & 0x3F));
  bytes[2] = (char)(0x80 | (scalar & 0x3F));
  return 3;
}

// Feeds use the entities of HTML (&nbsp;) without declaring them.
static xmlEntityPtr html_entity(void *context, const xmlChar *name) {
  reading *state = context;
  const htmlEntityDesc *known = load_htmlEntityLookup(name);
  if (known == NULL || known->value > 0xFFFF) return NULL;
  int length = utf8(known->value, state->entity_text);
  state->entity_text[length] = 0;
  memset(&state->entity, 0, sizeof state->entity);
  state->entity.type = XML_ENTITY_DECL;
  state->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  state->entity.name = name;
  state->entity.content = (xmlChar *)state->entity_text;
  state->entity.orig = (xmlChar *)state->entity_text;
  state->entity.length = length;
  return &state->entity;
}

#if LIBXML_VERSION >= 21200
static void note_error(void *context, const xmlError *error) {
#else
static void note_error(void *context, xmlErrorPtr error) {
#endif
  reading *state = context;
  if (error->level == XML_ERR_FATAL && state->line == 0) state->line = error->line;
}

dateline_markup_outcome dateline_read_html(const char *bytes, int count, dateline_markup_receiver receiver) {
  pthread_once(&once, load);
  if (!is_loaded) return dateline_markup_no_library;
  htmlParserCtxtPtr parser = load_htmlNewParserCtxt();
  if (parser == NULL) return dateline_markup_no_memory;
  reading state = {.receiver = receiver, .parser = parser, .outcome = dateline_markup_read};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElement = html_start;
  parser->sax->endElement = html_end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->sax->cdataBlock = text;
  parser->sax->serror = note_error;
  parser->userData = &state;
  htmlDocPtr document = load_htmlCtxtReadMemory(
      parser, bytes, count, NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  if (document != NULL) load_xmlFreeDoc(document);
  load_htmlFreeParserCtxt(parser);
  return state.outcome;
}

dateline_markup_outcome dateline_read_xml(const char *bytes, int count, dateline_markup_receiver receiver, int *line) {
  *line = 0;
  pthread_once(&once, load);
  if (!is_loaded) return dateline_markup_no_library;
  xmlParserCtxtPtr parser = load_xmlNewParserCtxt();
  if (parser == NULL) return dateline_markup_no_memory;
  reading state = {.receiver = receiver, .parser = parser, .outcome = dateline_markup_read};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = xml_start;
  parser->sax->endElementNs = xml_end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->sax->cdataBlock = text;
  parser->sax->getEntity = html_entity;
  parser->sax->entityDecl = entity_declared;
  parser->sax->serror = note_error;
  parser->userData = &state;
  xmlDocPtr document = load_xmlCtxtReadMemory(
      parser, bytes, count, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
  int is_whole = parser->wellFormed;
  if (document != NULL) load_xmlFreeDoc(document);
  load_xmlFreeParserCtxt(parser);
  *line = state.line;
  if (state.outcome == dateline_markup_read && !is_whole) return dateline_markup_broken;
  return state.outcome;
}
