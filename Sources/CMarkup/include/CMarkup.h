#ifndef DATELINE_CMARKUP_H
#define DATELINE_CMARKUP_H

// HTML and XML as events, read by libxml2. No header of libxml2 is seen from outside, and the library is loaded when the first page
// is read: nobody else pays for it.

/// Receives the parts of a page in order. All texts are UTF-8; names and values end with NUL.
typedef struct {
  void *context;
  /// An element begins. `space` is its XML namespace or NULL; `attributes` holds names and values by turns, a value may be NULL.
  void (*start)(void *context, const char *name, const char *space, const char *const *attributes, int attribute_count);
  /// The last open element ends.
  void (*end)(void *context);
  /// Text of the innermost open element.
  void (*text)(void *context, const char *bytes, int count);
} dateline_markup_receiver;

typedef enum {
  dateline_markup_read = 0,
  /// libxml2 is not installed.
  dateline_markup_no_library,
  dateline_markup_no_memory,
  /// Elements are nested more than `dateline_markup_depth` deep.
  dateline_markup_too_deep,
  /// The XML declares entities.
  dateline_markup_entities,
  /// The XML is not well-formed.
  dateline_markup_broken,
} dateline_markup_outcome;

enum { dateline_markup_depth = 512 };

/// Reads HTML in UTF-8, however broken. Loads nothing from files or the network.
dateline_markup_outcome dateline_read_html(const char *bytes, int count, dateline_markup_receiver receiver);

/// Reads XML in UTF-8, without entities of its own. Loads nothing from files or the network.
/// - `line`: where it is broken, the first line being 1.
dateline_markup_outcome dateline_read_xml(const char *bytes, int count, dateline_markup_receiver receiver, int *line);

#endif
