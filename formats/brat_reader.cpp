// Reads a folder of brat documents, of any depth.
#include "formats/brat_document.h"
#include "formats/image_folder.h"
#include "formats/option_values.h"
#include "formats/text_lines.h"
#include "formats/text_file.h"
#include "formats/text_ids.h"

namespace formats::brat {

using core::Code;
using core::Status;

namespace {

class BratReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const auto newline = choice(around.options, "newline", {"auto", "as-is", "one"});
        if (!newline)
            return newline.error();
        const auto tree = scanFolder(source, sink);
        if (!tree)
            return tree.error();
        Corpus corpus;
        corpus.root = tree->root;
        corpus.kind = around.kind;
        corpus.encoding = encodingOf(around.options);
        if (*newline != "auto")
            corpus.oneNewline = *newline == "one";
        for (const core::Label &label : around.labels)
            if (label.role == core::LabelRole::Relation) {
                corpus.roles[label.name] = rolesOf(label);
                corpus.relationLabels.insert(label.name);
            }
        if (auto read = readConf(corpus, sink); !read)
            return read;
        return readDocuments(*tree, corpus, sink);
    }

private:
    static Status readConf(Corpus &corpus, RecordSink &sink)
    {
        const auto file = corpus.root / "annotation.conf";
        std::error_code failed;
        if (!std::filesystem::is_regular_file(file, failed))
            return core::ok();
        const auto text = readText(file);
        if (!text)
            return sink.report({Severity::Warning, text.error()}) ? core::ok() : stopped();
        Conf conf = parseConf(*text);
        corpus.names = std::move(conf.names);
        const auto labelOf = [&](const std::string &name) {
            const auto known = corpus.names.find(name);
            return known == corpus.names.end() ? name : known->second;
        };
        for (const std::string &name : conf.entities) {
            LabelRecord record;
            record.label.name = labelOf(name);
            record.label.role = core::LabelRole::Entity;
            if (!sink.put(std::move(record)))
                return stopped();
        }
        if (corpus.kind == core::JobKind::TextTriplet)
            for (const auto &[name, roles] : conf.relations) {
                corpus.roles.try_emplace(labelOf(name), roles);
                if (!putRelationLabel(corpus, labelOf(name), roles, sink))
                    return stopped();
            }
        return core::ok();
    }

    static Status readDocuments(const FolderTree &tree, Corpus &corpus, RecordSink &sink)
    {
        Sidecars annotations(tree, ".ann");
        const LineIds ids(tree.root);
        std::int64_t done = 0;
        for (const std::string &file : tree.files) {
            if (!sink.advance(done++, std::ssize(tree.files)))
                return stopped();
            if (!hasSuffix(file, ".txt"))
                continue;
            const std::string *beside = annotations.of(file);
            const Document document{tree.root / pathOf(file), beside ? tree.root / pathOf(*beside) : "", ids.of(done)};
            if (!readDocument(document, corpus, sink))
                return stopped();
        }
        for (const std::string &file : annotations.unused())
            if (!sink.report({Severity::Error, {Code::NotFound, "text", {utf8(tree.root / pathOf(file)), 0, 0, {}}}}))
                return stopped();
        const std::string detail = "newline=one (" + std::to_string(corpus.countedAsOne) + " documents)";
        const bool goesOn =
            corpus.countedAsOne == 0
            || sink.report({Severity::Warning, {Code::BadValue, detail, {corpus.firstAsOne, 0, 0, "newline"}}});
        return goesOn ? core::ok() : stopped();
    }
};

}  // namespace

std::unique_ptr<FormatReader> newReader()
{
    return std::make_unique<BratReader>();
}

}  // namespace formats::brat
