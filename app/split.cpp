#include "app/split.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <random>

namespace app {

namespace {

constexpr std::size_t smallestLabel = 5;  // ModelArts refuses to split below that
constexpr int attempts = 100;

using Random = std::mt19937_64;
using Stratum = std::vector<std::size_t>;  // items of one label

// std::shuffle differs between libraries.
void shuffle(Stratum &items, Random &random)
{
    for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[random() % i]);
}

std::size_t wanted(std::size_t count, double share)
{
    const auto part = static_cast<std::size_t>(std::llround(static_cast<double>(count) * share));
    return count < 2 ? part : std::clamp<std::size_t>(part, 1, count - 1);
}

// Rarest label first: it has the least choice.
std::vector<std::pair<core::LabelId, Stratum>> strataOf(const std::vector<SplitItem> &items)
{
    std::map<core::LabelId, Stratum> byLabel;
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (const core::LabelId label : items[i].labels)
            byLabel[label].push_back(i);
        if (items[i].labels.empty())
            byLabel[{}].push_back(i);
    }
    std::vector<std::pair<core::LabelId, Stratum>> strata(byLabel.begin(), byLabel.end());
    std::ranges::stable_sort(strata, {}, [](const auto &stratum) { return stratum.second.size(); });
    return strata;
}

std::vector<std::optional<bool>> assign(const std::vector<std::pair<core::LabelId, Stratum>> &strata, std::size_t items,
                                        double share, Random &random)
{
    std::vector<std::optional<bool>> trains(items);
    for (const auto &[label, stratum] : strata) {
        std::size_t training = 0;
        Stratum open;
        for (const std::size_t item : stratum) {
            training += trains[item].value_or(false);
            if (!trains[item])
                open.push_back(item);
        }
        shuffle(open, random);
        const std::size_t target = wanted(stratum.size(), share);
        for (const std::size_t item : open) {
            trains[item] = training < target;
            training += training < target;
        }
    }
    return trains;
}

bool coversBothSides(const std::vector<std::pair<core::LabelId, Stratum>> &strata,
                     const std::vector<std::optional<bool>> &trains)
{
    return std::ranges::all_of(strata, [&trains](const auto &stratum) {
        const auto training = std::ranges::count_if(stratum.second, [&](std::size_t i) { return *trains[i]; });
        return !stratum.first || (training > 0 && std::size_t(training) < stratum.second.size());
    });
}

}  // namespace

bool splits(core::JobKind kind)
{
    using core::JobKind;
    return kind == JobKind::ImageClassification || kind == JobKind::ObjectDetection
           || kind == JobKind::TextClassification || kind == JobKind::SoundClassification;
}

core::Result<std::vector<bool>> split(const std::vector<SplitItem> &items, double trainShare, std::int64_t seed)
{
    if (!(trainShare >= 0 && trainShare <= 1))
        return core::Error{core::Code::BadValue, std::to_string(trainShare), {"", 0, 0, "train"}};
    if (trainShare == 0 || trainShare == 1)
        return std::vector<bool>(items.size(), trainShare == 1);
    const auto strata = strataOf(items);
    for (const auto &[label, stratum] : strata)
        if (label && stratum.size() < smallestLabel)
            return core::Error{core::Code::BadValue,
                               std::to_string(stratum.size()) + " of " + std::to_string(smallestLabel) + " samples",
                               {"", 0, 0, std::to_string(label.value)}};
    Random random(static_cast<std::uint64_t>(seed));
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto trains = assign(strata, items.size(), trainShare, random);
        if (!coversBothSides(strata, trains))
            continue;
        std::vector<bool> answer;
        for (const auto &each : trains)
            answer.push_back(*each);
        return answer;
    }
    return core::Error{core::Code::BadValue, "no split has every label on both sides", {"", 0, 0, "train"}};
}

}  // namespace app
