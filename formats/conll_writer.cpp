// Streams samples into a CoNLL file.
#include "core/save_file.h"
#include "formats/conll.h"
#include "formats/conll_tags.h"
#include "formats/conll_tokens.h"
#include "formats/folder_export.h"
#include "formats/option_values.h"
#include "formats/plain_names.h"
#include <algorithm>

namespace formats::conll {

using core::Status;

namespace {

class ConllWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        const auto scheme = choice(around.options, "scheme", {"iob2", "iob1", "iobes", "bilou", "bmes"});
        const auto columns = choice(around.options, "columns", {"4", "2"});
        const auto samples = choice(around.options, "samples", {"sentence", "document"});
        const auto text = choice(around.options, "text", {"comment", "none"});
        for (const auto *each : {&scheme, &columns, &samples, &text})
            if (!*each)
                return each->error();
        m_scheme = *schemeFrom(*scheme);
        m_between = *columns == "4" ? " _ _ " : "\t";
        m_documents = *samples == "document";
        m_comments = *text == "comment";
        m_around = around;
        m_naming = {std::filesystem::absolute(target).lexically_normal().parent_path(), {}, ""};
        m_names = plainNames(labels, "");
        auto file = core::SaveFile::begin(target);
        if (!file)
            return file.error();
        m_file = std::move(*file);
        reportNames(labels, m_names, around);
        return m_comments ? m_file->write(namesComment(labels, m_names)) : core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &) override
    {
        if (!content.sample.text)
            return core::ok();  // told by losses()
        const Tagged tagged = taggedOf(content);
        std::vector<std::int64_t> cuts;
        for (const auto &span : tagged.spans)
            cuts.insert(cuts.end(), {span.begin, span.end});
        const auto tokens = tokensOf(tagged.text, cuts);
        m_out.clear();
        if (m_documents)
            m_out += m_between == "\t" ? "-DOCSTART-\tO\n\n" : "-DOCSTART- -X- -X- O\n\n";
        if (m_comments)
            appendComment(content, tokens);
        appendTokens(tagged, tokens);
        m_out += '\n';
        return m_file->write(m_out);
    }

    Status finish() override { return m_file->finish(); }

private:
    void appendComment(const core::SampleContent &content, const std::vector<core::TextRange> &tokens)
    {
        std::string members;
        appendMember(members, "text", content.sample.text->str());
        members += ",\"starts\":[";
        for (const core::TextRange &token : tokens)
            members += std::to_string(token.first) + ',';
        if (members.ends_with(','))
            members.pop_back();
        members += ']';
        for (const auto &[key, json] : jsontext::members(content.sample.property).value_or(jsontext::Members()))
            if (!isCommentKey(key))
                appendRawMember(members, key, json);
        appendOrigin(members, content.sample, m_naming, m_around);
        appendOwnSample(members, content);
        (((m_out += commentStart) += '{') += std::string_view(members).substr(1)) += "}\n";
    }

    void appendTokens(const Tagged &tagged, const std::vector<core::TextRange> &tokens)
    {
        auto span = tagged.spans.begin();
        std::size_t in = 0;    // tokens of the span that are written
        std::string touching;  // label of the entity that ended with the token before
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto [begin, end] = tokens[i];
            while (span != tagged.spans.end() && span->end <= begin) {
                ++span;
                in = 0;
            }
            const bool inside = span != tagged.spans.end() && span->begin <= begin;
            const bool goesOn = inside && in > 0;
            if (m_documents && i > 0 && !goesOn && breaksLine(tagged.text, tokens[i - 1].second, begin)) {
                m_out += '\n';
                touching.clear();
            }
            (m_out += tagged.text.slice(begin, end)) += m_between;
            if (inside) {
                const std::string &name = m_names.at(span->label);
                m_out += tagOf(m_scheme, in, in + left(tokens, i, span->end), name, touching == name && in == 0);
                ++in;
                touching = name;
            } else {
                m_out += 'O';
                touching.clear();
            }
            m_out += '\n';
        }
    }

    // Tokens from `at` on that lie before `end`.
    static std::size_t left(const std::vector<core::TextRange> &tokens, std::size_t at, std::int64_t end)
    {
        const auto stop = std::ranges::lower_bound(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.end(), end,
                                                   {}, &core::TextRange::first);
        return static_cast<std::size_t>(stop - tokens.begin()) - at;
    }

    std::optional<core::SaveFile> m_file;
    Surroundings m_around;
    MediaNaming m_naming;
    LabelNames m_names;
    Scheme m_scheme = Scheme::Iob2;
    std::string_view m_between;
    bool m_documents = false, m_comments = true;
    std::string m_out;
};

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<ConllWriter>();
}

}  // namespace formats::conll
