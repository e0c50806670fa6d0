// What a session holds; for session*.cpp alone.
#pragma once
#include "app/place_keeper.h"
#include "app/session.h"
#include "app/session_query.h"

namespace app {

struct Session::Impl {
    std::unique_ptr<core::Project> project;
    core::Subscription subscription;
    std::string author;
    core::Job job;
    std::shared_ptr<const std::vector<core::Label>> labels = std::make_shared<std::vector<core::Label>>();
    core::Filter filter;
    View view;
    std::vector<core::PathMap> maps;
    std::shared_ptr<const core::SampleContent> content;
    QList<core::AnnotationId> selection;
    core::RelationId relation;  // selected; none while objects are
    core::LabelId currentLabel;
    std::pair<core::SampleId, core::MediaInfo> heard;  // of a sample whose row does not say it yet
    PlaceKeeper place;

    core::SampleId at() const { return content ? content->sample.id : core::SampleId{}; }
    std::string key(const char *what) const { return "window/" + std::to_string(job.id.value) + "/" + what; }
};

}  // namespace app
