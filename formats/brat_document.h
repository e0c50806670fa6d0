// One brat document: its text and the lines about it, as records.
#pragma once
#include "formats/brat_conf.h"

namespace formats::brat {

struct Document {
    std::filesystem::path text, annotations;  // the second empty: there is none
    std::string id;                           // outer id of a text that does not say its own
};

// What the documents of a folder share.
struct Corpus {
    std::filesystem::path root;
    core::JobKind kind = core::JobKind::NamedEntity;
    std::string encoding;                      // empty: found
    std::optional<bool> oneNewline;            // empty: found
    std::map<std::string, std::string> names;  // plain name → label
    std::map<std::string, Roles> roles;        // of relation labels
    std::set<std::string> relationLabels;      // those that are there or were put
    std::int64_t countedAsOne = 0;             // documents whose CRLF were found to count one
    std::string firstAsOne;                    // file
};

// Before its first relation. False: the sink wants no more.
bool putRelationLabel(Corpus &corpus, const std::string &name, const Roles &roles, RecordSink &sink);
// False: the sink wants no more.
bool readDocument(const Document &document, Corpus &corpus, RecordSink &sink);

}  // namespace formats::brat
