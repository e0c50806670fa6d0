// The members of a COCO file's outer object that are none of ours: info, licenses and the like.
#pragma once
#include "formats/json_elements.h"

namespace formats::coco {

class Rest {
public:
    bool add(const JsonElement &element);      // false: no JSON, or too much in all; not kept
    void keepIn(std::string &property) const;  // as the member restKey of that JSON object

private:
    struct Member {
        std::string key, text;
        bool isList = false;
    };
    std::vector<Member> m_members;
    std::size_t m_bytes = 0;
};

}  // namespace formats::coco
